import { v7 as uuidv7 } from 'uuid'
import { Forbidden, IdempotencyConflict, type ParleyError } from '../../../platform/errors.ts'
import type { MessagePayload } from '../../../platform/timeline/events.ts'
import { type Draft, sendKey } from './draft.ts'

/** What the database says about a batch of drafts, read under the lock of their timelines. */
export interface Ground {
  /** The heads of the conversations that exist. */
  heads: ReadonlyMap<string, { rev: number; lastSeq: number; lastActivityAt: number }>
  isMember(conversationId: string, userId: string): boolean
  /** Messages already stored, by `sendKey`. */
  earlier: ReadonlyMap<string, { message: MessagePayload; contentHash: string }>
}

export type Outcome = { message: MessagePayload } | { refusal: ParleyError }

/** A message with what is stored beside it. */
export interface NewMessage {
  message: MessagePayload
  contentHash: string
  /** Milliseconds since 1970. */
  createdAt: number
  /** Position of its event. */
  rev: number
}

export interface Settlement {
  /** One per draft, in the order of the drafts. */
  outcomes: Outcome[]
  /** What is to be written, in the order of `seq` within each conversation. */
  added: Map<string, NewMessage[]>
}

/**
 * Decides what becomes of each draft of a batch: refused, the first message again, or a new message with the next `seq`.
 * Knows no database, so that every order of retries and conflicts can be tried out.
 */
export function settleDrafts(drafts: readonly Draft[], ground: Ground, now: number): Settlement {
  const known = new Map(ground.earlier)
  const added = new Map<string, NewMessage[]>()
  const outcomes = drafts.map((draft): Outcome => {
    const head = ground.heads.get(draft.conversationId)
    // Membership before the look-up: who was removed may not even learn what became of an earlier send (I6).
    if (!head || !ground.isMember(draft.conversationId, draft.senderId)) {
      return { refusal: new Forbidden('The viewer is not a member of this conversation.') }
    }
    const key = sendKey(draft)
    const first = known.get(key)
    if (first) return first.contentHash === draft.contentHash ? { message: first.message } : conflict(draft)
    const siblings = added.get(draft.conversationId) ?? []
    // A clock that was set back must not make a newer message older than the one before it.
    const createdAt = Math.max(now, head.lastActivityAt)
    const message = newMessage(draft, head.lastSeq + siblings.length + 1, createdAt)
    added.set(draft.conversationId, siblings)
    siblings.push({ message, contentHash: draft.contentHash, createdAt, rev: head.rev + siblings.length + 1 })
    known.set(key, { message, contentHash: draft.contentHash })
    return { message }
  })
  return { outcomes, added }
}

const conflict = ({ clientMessageId }: Draft): Outcome => ({
  refusal: new IdempotencyConflict(`clientMessageId ${clientMessageId} was used here for other content.`),
})

const newMessage = (draft: Draft, seq: number, createdAt: number): MessagePayload => ({
  __typename: 'Message',
  id: uuidv7(),
  seq,
  clientMessageId: draft.clientMessageId,
  text: draft.text,
  createdAt: new Date(createdAt).toISOString(),
  sender: { __typename: 'User', id: draft.senderId },
  conversation: { __typename: 'Conversation', id: draft.conversationId },
  version: 1,
  editedAt: null,
  deletedAt: null,
  deletedBy: null,
})
