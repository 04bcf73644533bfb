import { useState } from 'react'
import { useMutation, useSubscription, useSuspenseQuery } from '@apollo/client/react'
import { ConversationDocument, ConversationEventsDocument, SendMessageDocument } from '@parley/client/operations'
import type { MessageTextFragment } from '@parley/client/operations'

/** A conversation: what was said, and what is said from then on, each once and in order, whatever the network does. */
export function Chat({ id }: { id: string }) {
  const { conversation } = useSuspenseQuery(ConversationDocument, { variables: { id } }).data
  const [news, setNews] = useState<MessageTextFragment[]>([])
  const [send] = useMutation(SendMessageDocument)

  useSubscription(ConversationEventsDocument, {
    variables: { conversationId: id, after: conversation.rev },
    fetchPolicy: 'no-cache',
    onData: ({ data: { data } }) => {
      const event = data?.conversationEvents
      if (event?.__typename === 'MessageSent') setNews((known) => [...known, event.message])
    },
  })

  const say = async (form: FormData) => {
    const text = String(form.get('text'))
    await send({ variables: { input: { conversationId: id, clientMessageId: crypto.randomUUID(), text } } })
  }

  return (
    <main>
      <h1>{conversation.title}</h1>
      {[...conversation.messages.edges.map(({ node }) => node), ...news].map(({ id, text, sender }) => (
        <p key={id}>
          <b>{sender.name}</b> {text}
        </p>
      ))}
      <form action={say}>
        <input name="text" aria-label="Message" required />
      </form>
    </main>
  )
}
