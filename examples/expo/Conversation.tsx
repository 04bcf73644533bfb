import { useState, useSyncExternalStore } from 'react'
import { FlatList, KeyboardAvoidingView, Text, TextInput, View } from 'react-native'
import { useSubscription, useSuspenseQuery } from '@apollo/client/react'
import { ConversationDocument, ConversationEventsDocument, type MessageTextFragment } from '@parley/client/operations'
import type { Parley } from './parley.ts'

interface ConversationProps {
  id: string
  outbox: Parley['outbox']
}

/** What was said, what is said from then on, each once and in order, and what waits to be sent below. */
export function Conversation({ id, outbox }: ConversationProps) {
  const { data, refetch } = useSuspenseQuery(ConversationDocument, { variables: { id }, fetchPolicy: 'network-only' })
  const { conversation } = data
  const [news, setNews] = useState<MessageTextFragment[]>([])
  const [text, setText] = useState('')
  const waiting = useSyncExternalStore(outbox.subscribe, outbox.current).filter(
    ({ conversationId }) => conversationId === id,
  )

  useSubscription(ConversationEventsDocument, {
    variables: { conversationId: id, after: conversation.rev },
    fetchPolicy: 'no-cache',
    onData: ({ data: { data } }) => {
      const event = data?.conversationEvents
      // The log no longer reaches back to where we were: what stands there now is the state to go on from.
      if (event?.__typename === 'ResyncRequired') return void refetch().then(() => setNews([]))
      if (event?.__typename !== 'MessageSent') return
      const { message } = event
      outbox.drop(message.clientMessageId)
      setNews((known) => [...known, message])
    },
  })

  const send = () => {
    if (text.trim() !== '' && outbox.add(id, { text })) setText('')
  }

  const said = [...conversation.messages.edges.map(({ node }) => node), ...news]
  const rows = [
    ...said.map(({ id, sender, text }) => ({ id, line: `${sender.name}: ${text}`, status: '' })),
    ...waiting.map(({ id, text, status, problem }) => ({ id, line: text, status: problem ?? status })),
  ]
  return (
    <KeyboardAvoidingView behavior="padding" style={{ flex: 1, padding: 12 }}>
      <Text accessibilityRole="header">{conversation.title}</Text>
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
