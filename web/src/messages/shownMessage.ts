import type { MessagePartsFragment, QuoteFragment } from '../generated.ts'
import type { OutgoingMessage } from '../outbox/outboxState.ts'

/** A message as the page shows it, whether it comes from the conversation or is still on its way there. */
export interface ShownMessage {
  /** The `clientMessageId`: it stays the same when an outgoing message arrives, so nothing jumps. */
  key: string
  senderId: string
  senderName: string
  text: string
  /** What it quotes. */
  replyTo: QuoteFragment | null
  at: number
  /** What has arrived; null while it is on its way. */
  arrived: MessagePartsFragment | null
  /** Null for messages of the conversation; their place is final. */
  outgoing: OutgoingMessage | null
}

/** The conversation's messages but those that the viewer has hidden, then those on their way that are not among them. */
export function shownMessages(
  arrived: readonly MessagePartsFragment[],
  outgoing: readonly OutgoingMessage[],
  viewer: { id: string; name: string },
): ShownMessage[] {
  const own = new Set(arrived.filter(({ sender }) => sender.id === viewer.id).map((message) => message.clientMessageId))
  return [
    ...arrived.filter(({ hiddenForMe }) => !hiddenForMe).map(ofArrived),
    ...outgoing.filter(({ id }) => !own.has(id)).map((message) => ofOutgoing(message, viewer)),
  ]
}

const ofArrived = (message: MessagePartsFragment): ShownMessage => ({
  // Unique per sender only.
  key: `${message.sender.id} ${message.clientMessageId}`,
  senderId: message.sender.id,
  senderName: message.sender.name,
  text: message.text,
  replyTo: message.replyTo,
  at: Date.parse(message.createdAt),
  arrived: message,
  outgoing: null,
})

const ofOutgoing = (message: OutgoingMessage, viewer: { id: string; name: string }): ShownMessage => ({
  key: `${viewer.id} ${message.id}`,
  senderId: viewer.id,
  senderName: viewer.name,
  text: message.text,
  replyTo: message.replyTo,
  at: Date.parse(message.queuedAt),
  arrived: null,
  outgoing: message,
})
