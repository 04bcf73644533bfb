import type { QuoteFragment } from '../generated.ts'

/** What somebody has written, with what goes with it. */
export interface NewMessage {
  text: string
  /** What it quotes, as the sender saw it. */
  replyTo: QuoteFragment | null
  /** The message in whose thread it stands. */
  threadRoot: QuoteFragment | null
  mentions: readonly { id: string; name: string }[]
  mentionsEveryone: boolean
  /** Null: it stays. */
  expireAfterSeconds: number | null
}

/** A message that is text and nothing else. */
export const plainMessage = (text: string): NewMessage => ({
  text,
  replyTo: null,
  threadRoot: null,
  mentions: [],
  mentionsEveryone: false,
  expireAfterSeconds: null,
})

/** A message on its way. Its id is the `clientMessageId`: new for each message, the same for each try. */
export interface OutgoingMessage extends NewMessage {
  id: string
  conversationId: string
  queuedAt: string
  /**
   * `queued` and `sending` may still be tried any number of times; `sent` waits for its event; `failed` was refused and
   * waits for the person.
   */
  status: 'queued' | 'sending' | 'sent' | 'failed'
  /** Tries that came to nothing: above 0 the message is shown as waiting. */
  attempts: number
  /** Why it failed, for the person. */
  problem: string | null
}

export type OutboxAction =
  | { type: 'queue'; message: OutgoingMessage }
  | { type: 'sending'; id: string }
  | { type: 'postponed'; id: string }
  | { type: 'sent'; id: string }
  | { type: 'refused'; id: string; problem: string }
  | { type: 'retry'; id: string }
  /** Its event was applied, another tab sent it, or the person discarded it. */
  | { type: 'drop'; id: string }

export type OutboxState = readonly OutgoingMessage[]

/** Unsent messages kept at most, so that storage cannot fill up. */
export const maxOutgoing = 100

export const isFull = (state: OutboxState): boolean => state.length >= maxOutgoing

/** All outgoing messages in the order in which they were queued, after one thing happened. */
export function reduceOutbox(state: OutboxState, action: OutboxAction): OutboxState {
  switch (action.type) {
    case 'queue':
      return state.some(({ id }) => id === action.message.id) ? state : [...state, action.message]
    case 'sending':
      return change(state, action.id, () => ({ status: 'sending' }))
    case 'postponed':
      return change(state, action.id, ({ attempts }) => ({ status: 'queued', attempts: attempts + 1 }))
    case 'sent':
      return change(state, action.id, () => ({ status: 'sent' }))
    case 'refused':
      return change(state, action.id, () => ({ status: 'failed', problem: action.problem }))
    case 'retry':
      return retry(state, action.id)
    case 'drop':
      return state.some(({ id }) => id === action.id) ? state.filter(({ id }) => id !== action.id) : state
  }
}

/** The next message to send in a conversation: one at a time, in order. A failed one does not hold up the rest. */
export function nextToSend(state: OutboxState, conversationId: string): OutgoingMessage | undefined {
  const open = state.filter((message) => message.conversationId === conversationId)
  return open.some(({ status }) => status === 'sending') ? undefined : open.find(({ status }) => status === 'queued')
}

/** A message that is tried again goes to the end: what was sent after it is in the conversation already. */
function retry(state: OutboxState, id: string): OutboxState {
  const message = state.find((candidate) => candidate.id === id)
  if (message?.status !== 'failed') return state
  const rest = state.filter((candidate) => candidate !== message)
  return [...rest, { ...message, status: 'queued', attempts: 0, problem: null }]
}

function change(
  state: OutboxState,
  id: string,
  changes: (message: OutgoingMessage) => Partial<OutgoingMessage>,
): OutboxState {
  return state.map((message) => (message.id === id ? { ...message, ...changes(message) } : message))
}
