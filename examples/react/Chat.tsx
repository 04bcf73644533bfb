import { useState } from 'react'
import { useMutation, useSubscription, useSuspenseQuery } from '@apollo/client/react'
import { ConversationDocument, ConversationEventsDocument, SendMessageDocument } from '@parley/client/operations'
import type { MessageTextFragment } from '@parley/client/operations'

/**
 * A conversation: what was said, and what is said from then on, each once and in order, whatever the network does. Each one needs a
 * `key` of its own.
 */
export function Chat({ id }: { id: string }) {
  // From the server, and `rev` as it was then: in the cache any other query of the conversation may take it further than the messages.
  const { data, refetch } = useSuspenseQuery(ConversationDocument, { variables: { id }, fetchPolicy: 'network-only' })
  const { conversation } = data
  const [after, setAfter] = useState(conversation.rev)
  const [news, setNews] = useState<MessageTextFragment[]>([])
  const [send] = useMutation(SendMessageDocument)

  useSubscription(ConversationEventsDocument, {
    variables: { conversationId: id, after },
    fetchPolicy: 'no-cache',
    onData: async ({ data: { data } }) => {
      const event = data?.conversationEvents
      if (event?.__typename === 'MessageSent') setNews((known) => [...known, event.message])
      if (event?.__typename !== 'ResyncRequired') return
      // The log no longer reaches back to where this was.
      const { data: anew } = await refetch()
      setNews([])
      if (anew) setAfter(anew.conversation.rev)
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
