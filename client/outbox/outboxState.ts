/** How a message on its way fares. Its id is the `clientMessageId`: new for each message, the same for each try. */
export interface Sending {
  id: string
  conversationId: string
  /** RFC 3339, by this device's clock. */
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

/** A message on its way: what was written (JSON), and how it fares. */
export type OutgoingMessage<Content extends object> = Content & Sending

export type OutboxAction<Content extends object> =
  | { type: 'queue'; message: OutgoingMessage<Content> }
  | { type: 'sending'; id: string }
  | { type: 'postponed'; id: string }
  | { type: 'sent'; id: string }
  | { type: 'refused'; id: string; problem: string }
  | { type: 'retry'; id: string }
  /** Its event was applied, another tab sent it, or the person discarded it. */
  | { type: 'drop'; id: string }

/** All messages on their way, the oldest first. */
export type OutboxState<Content extends object> = readonly OutgoingMessage<Content>[]

/** Unsent messages kept at most, so that storage cannot fill up. */
export const maxOutgoing = 100

export const isFull = (state: readonly Sending[]): boolean => state.length >= maxOutgoing

/** All outgoing messages in the order in which they were queued, after one thing happened. */
export function reduceOutbox<Content extends object>(
  state: OutboxState<Content>,
  action: OutboxAction<Content>,
): OutboxState<Content> {
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
export function nextToSend<Message extends Sending>(
  state: readonly Message[],
  conversationId: string,
): Message | undefined {
  const open = state.filter((message) => message.conversationId === conversationId)
  return open.some(({ status }) => status === 'sending') ? undefined : open.find(({ status }) => status === 'queued')
}

/** A message that is tried again goes to the end: what was sent after it is in the conversation already. */
function retry<Content extends object>(state: OutboxState<Content>, id: string): OutboxState<Content> {
  const message = state.find((candidate) => candidate.id === id)
  if (message?.status !== 'failed') return state
  const rest = state.filter((candidate) => candidate !== message)
  return [...rest, { ...message, status: 'queued', attempts: 0, problem: null }]
}

function change<Content extends object>(
  state: OutboxState<Content>,
  id: string,
  changes: (message: Sending) => Partial<Sending>,
): OutboxState<Content> {
  return state.map((message) => (message.id === id ? { ...message, ...changes(message) } : message))
}
