import { v7 as uuidv7 } from 'uuid'
import { Forbidden, IdempotencyConflict, ParleyError } from '../../../platform/errors.ts'
import type { MessageExtras, MessagePayload } from '../../../platform/timeline/index.ts'
import type { MessageRow } from '../store/messageRow.ts'
import type { Standing } from '../store/readStanding.ts'
import { type Draft, sendKey } from './draft.ts'
import type { AttachableFiles } from './files/attachedFiles.ts'
import { refusalToWrite } from './permissions.ts'
import { sentMessage } from './sentMessage.ts'
import { settleExtras, type Targets } from './settleExtras.ts'

/** What the database says about a batch of drafts, read under the lock of their timelines. */
export interface Ground {
  /** The heads of the conversations that exist. */
  heads: ReadonlyMap<string, { rev: number; lastSeq: number; lastActivityAt: number }>
  /** Undefined for someone who is no active member. */
  standingOf(conversationId: string, userId: string): Standing | undefined
  /** Messages already stored, by `sendKey`. */
  earlier: ReadonlyMap<string, { message: MessagePayload; contentHash: string }>
  /** What the drafts answer to. */
  targets: Targets
  /** What they bring along. */
  files: AttachableFiles
}

export type Outcome = { message: MessagePayload } | { refusal: ParleyError }

/** A message as it is told, and as it is stored. */
export interface NewMessage {
  message: MessagePayload
  row: MessageRow
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
    const standing = head && ground.standingOf(draft.conversationId, draft.senderId)
    // Membership before the look-up: who was removed may not even learn what became of an earlier send (I6).
    if (!standing) return { refusal: new Forbidden('The viewer is not a member of this conversation.') }
    const key = sendKey(draft)
    const first = known.get(key)
    if (first) return first.contentHash === draft.contentHash ? { message: first.message } : conflict(draft)
    const refusal = refusalToWrite(standing)
    if (refusal) return { refusal }
    const extras = settleExtras(draft, ground, standing)
    if (extras instanceof ParleyError) return { refusal: extras }
    const siblings = added.get(draft.conversationId) ?? []
    added.set(draft.conversationId, siblings)
    const place = siblings.length + 1
    // A clock that was set back must not make a newer message older than the one before it.
    const createdAt = Math.max(now, head.lastActivityAt)
    const row = newRow(draft, extras, { seq: head.lastSeq + place, rev: head.rev + place, createdAt })
    const message = sentMessage(row)
    siblings.push({ message, row })
    known.set(key, { message, contentHash: draft.contentHash })
    return { message }
  })
  return { outcomes, added }
}

const conflict = ({ clientMessageId }: Draft): Outcome => ({
  refusal: new IdempotencyConflict(`clientMessageId ${clientMessageId} was used here for other content.`),
})

const newRow = (
  { conversationId, senderId, clientMessageId, contentHash, text, expireAfterMs }: Draft,
  extras: MessageExtras | null,
  place: Pick<MessageRow, 'seq' | 'rev' | 'createdAt'>,
): MessageRow => ({
  ...{ conversationId, senderId, clientMessageId, contentHash, text, extras },
  ...place,
  id: uuidv7(),
  version: 1,
  editedAt: null,
  deletedAt: null,
  deletedBy: null,
  expiresAt: expireAfterMs === undefined ? null : place.createdAt + expireAfterMs,
})
