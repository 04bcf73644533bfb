import { InvalidInput } from '../../../../platform/errors.ts'
import type { TopicEvent } from '../../../../platform/events/index.ts'
import type { Identity } from '../../../../platform/identity/index.ts'
import { knownId } from '../../../../platform/input/index.ts'
import type { Database } from '../../../../platform/database/index.ts'
import { lockHeads, moveHeads, readHead } from '../../store/notifications/heads.ts'
import { markRead } from '../../store/notifications/notifications.ts'
import type { Selection } from '../../store/notifications/notifications.ts'
import { insertRead } from '../../store/notifications/reads.ts'
import { readEvent } from './events.ts'
import type { NotificationParts } from './parts.ts'

const MAX_IDS = 100

export interface ReadInput {
  notificationIds?: readonly string[] | null
  conversationId?: string | null
  all?: boolean | null
  upToRev?: number | null
}

/**
 * Marks notifications as read: those of the ids, of a conversation, or all; with `upToRev` only such as came in until then.
 * What is read already stays so. Resolves with the number of unread ones.
 * @throws InvalidInput  not exactly one way of saying which, more than 100 ids, or a negative position
 */
export async function markNotificationsRead(
  parts: Pick<NotificationParts, 'database' | 'tell' | 'now'>,
  { userId }: Identity,
  input: ReadInput,
): Promise<number> {
  const selection = checkedSelection(input)
  if (!selection) return (await readHead(parts.database, userId)).unread
  const { unread, events } = await readSelection(parts.database, userId, selection, parts.now())
  await parts.tell(events)
  return unread
}

/** The same for a known selection; the events are to be told after the commit. Nothing unread in it: nothing is logged. */
export function readSelection(
  database: Database,
  userId: string,
  selection: Selection,
  at: number,
): Promise<{ unread: number; events: TopicEvent[] }> {
  return database.transaction(async (tx) => {
    const head = (await lockHeads(tx, [userId])).get(userId)
    if (!head) return { unread: 0, events: [] }
    const upToRev = Math.min(selection.upToRev, head.rev)
    const count = await markRead(tx, userId, { ...selection, upToRev }, at)
    if (count === 0) return { unread: head.unread, events: [] }
    head.rev += 1
    head.unread -= count
    const { conversationId, notificationIds } = selection
    const row = {
      ...{ userId, rev: head.rev, conversationId, upToRev, unread: head.unread, createdAt: at },
      notificationIds: notificationIds && [...notificationIds],
    }
    await insertRead(tx, row)
    await moveHeads(tx, [{ userId, rev: 1, unread: -count }])
    return { unread: head.unread, events: [readEvent(row)] }
  })
}

/** Undefined: nothing of the kind can be there. */
function checkedSelection(input: ReadInput): Selection | undefined {
  const { notificationIds: ids, conversationId, all, upToRev } = input
  const ways = [ids !== undefined && ids !== null, typeof conversationId === 'string', all === true]
  if (ways.filter(Boolean).length !== 1) {
    throw new InvalidInput('Give notificationIds, conversationId or all: true, one of them.')
  }
  if (ids && ids.length > MAX_IDS) throw new InvalidInput(`notificationIds has more than ${MAX_IDS} ids.`)
  if (typeof upToRev === 'number' && upToRev < 0) throw new InvalidInput('upToRev must not be negative.')
  const known = ids?.map(knownId).filter((id) => id !== undefined)
  const conversation = typeof conversationId === 'string' ? knownId(conversationId) : null
  if (known?.length === 0 || conversation === undefined) return undefined
  return {
    notificationIds: known ? [...new Set(known)] : null,
    conversationId: conversation,
    upToRev: upToRev ?? Number.MAX_SAFE_INTEGER,
  }
}
