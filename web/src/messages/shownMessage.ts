import type { FilePartsFragment, MessagePartsFragment, QuoteFragment } from '../generated.ts'
import type { OutgoingMessage } from '../outbox/newMessage.ts'

/** A message as the page shows it, whether it comes from the conversation or is still on its way there. */
export interface ShownMessage {
  /** The `clientMessageId`: it stays the same when an outgoing message arrives, so nothing jumps. */
  key: string
  senderId: string
  senderName: string
  text: string
  /** What it quotes. */
  replyTo: QuoteFragment | null
  /** The message in whose thread it stands. */
  threadRoot: QuoteFragment | null
  /** Names that the text may mention. */
  mentions: readonly { id: string; name: string }[]
  mentionsEveryone: boolean
  attachments: readonly FilePartsFragment[]
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

/** A message that did not change is the same object, so that its row need not be drawn anew. */
const known = new WeakMap<MessagePartsFragment, ShownMessage>()

function ofArrived(message: MessagePartsFragment): ShownMessage {
  const before = known.get(message)
  if (before) return before
  const { sender, clientMessageId, text, replyTo, threadRoot, mentions, mentionsEveryone, attachments, createdAt } =
    message
  const shown: ShownMessage = {
    // Unique per sender only.
    key: `${sender.id} ${clientMessageId}`,
    senderId: sender.id,
    senderName: sender.name,
    text,
    replyTo,
    threadRoot,
    mentions,
    mentionsEveryone,
    attachments,
    at: Date.parse(createdAt),
    arrived: message,
    outgoing: null,
  }
  known.set(message, shown)
  return shown
}

const ofOutgoing = (message: OutgoingMessage, viewer: { id: string; name: string }): ShownMessage => ({
  key: `${viewer.id} ${message.id}`,
  senderId: viewer.id,
  senderName: viewer.name,
  text: message.text,
  replyTo: message.replyTo,
  threadRoot: message.threadRoot,
  mentions: message.mentions,
  mentionsEveryone: message.mentionsEveryone,
  attachments: message.attachments,
  at: Date.parse(message.queuedAt),
  arrived: null,
  outgoing: message,
})
