import { useState } from 'react'
import { useMutation, useSubscription, useSuspenseQuery } from '@apollo/client/react'
import { CONVERSATION, EVENTS, SEND, type Message } from './operations.ts'

/** A conversation: what was said, and what is said from then on, each once and in order, whatever the network does. */
export function Chat({ id }: { id: string }) {
  const { conversation } = useSuspenseQuery(CONVERSATION, { variables: { id } }).data
  const [news, setNews] = useState<Message[]>([])
  const [send] = useMutation(SEND)

  useSubscription(EVENTS, {
    variables: { id, after: conversation.rev },
    fetchPolicy: 'no-cache',
    onData: ({ data: { data } }) => {
      const message = data?.conversationEvents.message
      if (message) setNews((known) => [...known, message])
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
