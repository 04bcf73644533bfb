import { useState, useSyncExternalStore } from 'react'
import { FlatList, KeyboardAvoidingView, Text, TextInput, View } from 'react-native'
import { useSubscription, useSuspenseQuery } from '@apollo/client/react'
import { ConversationDocument, ConversationEventsDocument, type MessageTextFragment } from '@parley/client/operations'
import type { Parley } from './parley.ts'

interface ConversationProps {
  id: string
  outbox: Parley['outbox']
}

/** What was said, and what is said from then on, each once and in order. */
function useMessages(id: string, outbox: Parley['outbox']) {
  // From the server, and `rev` as it was then: in the cache any other query of the conversation may take it further than the messages.
  const { data, refetch } = useSuspenseQuery(ConversationDocument, { variables: { id }, fetchPolicy: 'network-only' })
  const { conversation } = data
  const [after, setAfter] = useState(conversation.rev)
  const [news, setNews] = useState<MessageTextFragment[]>([])

  /** The log no longer reaches back to where we were: what stands there now is the state to go on from. */
  const resync = async () => {
    const { data: anew } = await refetch()
    setNews([])
    if (anew) setAfter(anew.conversation.rev)
  }

  useSubscription(ConversationEventsDocument, {
    variables: { conversationId: id, after },
    fetchPolicy: 'no-cache',
    onData: ({ data: { data } }) => {
      const event = data?.conversationEvents
      if (event?.__typename === 'ResyncRequired') return void resync()
      if (event?.__typename !== 'MessageSent') return
      const { message } = event
      outbox.drop(message.clientMessageId)
      setNews((known) => [...known, message])
    },
  })
  return { title: conversation.title, said: [...conversation.messages.edges.map(({ node }) => node), ...news] }
}

/** A conversation, and what waits to be sent below. Each one needs a `key` of its own. */
export function Conversation({ id, outbox }: ConversationProps) {
  const { title, said } = useMessages(id, outbox)
  const [text, setText] = useState('')
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.current).filter(
    ({ conversationId }) => conversationId === id,
  )

  const send = () => {
    if (text.trim() !== '' && outbox.add(id, { text })) setText('')
  }

  const rows = [
    ...said.map(({ id, sender, text }) => ({ id, line: `${sender.name}: ${text}`, status: '' })),
    ...waiting.map(({ id, text, status, problem }) => ({ id, line: text, status: problem ?? status })),
  ]
  return (
    <KeyboardAvoidingView behavior="padding" style={{ flex: 1, padding: 12 }}>
      <Text accessibilityRole="header">{title}</Text>
      <FlatList
        inverted
        data={rows.toReversed()}
        keyExtractor={({ id }) => id}
        renderItem={({ item }) => (
          <View style={{ paddingVertical: 6, opacity: item.status ? 0.6 : 1 }}>
            <Text>{item.line}</Text>
            {item.status !== '' && <Text>{item.status}</Text>}
          </View>
        )}
      />
      <TextInput
        style={{ borderWidth: 1, borderRadius: 8, padding: 12 }}
        accessibilityLabel="Message"
        value={text}
        onChangeText={setText}
        onSubmitEditing={send}
        submitBehavior="submit"
      />
    </KeyboardAvoidingView>
  )
}
