import { Suspense, useEffect, useState, useSyncExternalStore } from 'react'
import { SafeAreaView, Text } from 'react-native'
import { ApolloProvider } from '@apollo/client/react'
import { CreateGroupDocument, JoinConversationDocument } from '@parley/client/operations'
import { Conversation } from './Conversation.tsx'
import { Ask } from './Ask.tsx'
import { enter, open, session, type Parley } from './parley.ts'

/** Come in with a name, then open a conversation: one that somebody has sent a code for, or a new one. */
export function App() {
  const viewerId = useSyncExternalStore(session.subscribe, session.current)?.user.id
  const [parley, setParley] = useState<Parley>()
  const [conversationId, setConversationId] = useState<string>()

  useEffect(() => {
    if (!viewerId) return
    const opened = open(viewerId)
    setParley(opened)
    return () => {
      setParley(undefined)
      opened.close()
    }
  }, [viewerId])

  const pick = async (code: string) => {
    if (!parley) return
    if (code === '') {
      const { data } = await parley.client.mutate({
        mutation: CreateGroupDocument,
        variables: { input: { title: 'From a phone' } },
      })
      return setConversationId(data?.createGroup.conversation.id)
    }
    const { data } = await parley.client.mutate({ mutation: JoinConversationDocument, variables: { input: { code } } })
    setConversationId(data?.joinConversation.conversation.id)
  }

  if (!viewerId) return <Ask question="What is your name?" action="Come in" onAnswer={enter} />
  if (!parley) return null
  if (!conversationId)
    return <Ask question="An invite code, or nothing for a new group" action="Open" onAnswer={pick} />
  return (
    <ApolloProvider client={parley.client}>
      <SafeAreaView style={{ flex: 1 }}>
        <Suspense fallback={<Text>…</Text>}>
          <Conversation key={conversationId} id={conversationId} outbox={parley.outbox} />
        </Suspense>
      </SafeAreaView>
    </ApolloProvider>
  )
}
