import type { Database } from '../../../platform/database/index.ts'
import { InvalidInput } from '../../../platform/errors.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import { publicAttachment } from '../../../platform/timeline/index.ts'
import { timeOf } from '../store/messageRow.ts'
import { readScheduled, type ScheduledRow } from '../store/scheduledMessages.ts'

/**
 * What a user has waiting to be sent, and what could not be, by its time: those after a place, and where each of them is.
 * @throws InvalidInput  `after` is no such place; "" is that before all
 */
export async function readScheduledPart(
  database: Database,
  senderId: string,
  { after, limit }: { after: string; limit: number },
): Promise<{ rows: ScheduledRow[]; isLast: boolean }> {
  const place = after === '' ? undefined : /^(\d{1,15}) ([0-9a-f-]{36})$/.exec(after)
  if (place === null) throw new InvalidInput('after is no cursor of this export.')
  const page: Page<[number, string]> = { direction: 'forward', limit }
  if (place) page.after = [Number(place[1]), place[2]!]
  const rows = await readScheduled(database, { senderId }, page)
  return { rows: rows.slice(0, limit), isLast: rows.length <= limit }
}

export const scheduledPlace = ({ sendAt, id }: ScheduledRow): string => `${sendAt} ${id}`

/** As docs/integrators.md describes it. Fields may be added. */
export const publicScheduled = ({ draft, sendAt, createdAt, ...row }: ScheduledRow) => ({
  id: row.id,
  conversationId: row.conversationId,
  clientMessageId: row.clientMessageId,
  text: draft.text,
  sendAt: timeOf(sendAt),
  createdAt: timeOf(createdAt),
  /** The code of the error that it could not be sent with; null while it waits. */
  failure: row.failure,
  attachments: (draft.files ?? []).map(publicAttachment),
  replyToId: draft.replyToId ?? null,
  threadRootId: draft.threadRootId ?? null,
  mentionedUserIds: draft.mentions ?? [],
  mentionsEveryone: draft.mentionsEveryone ?? false,
  expireAfterSeconds: draft.expireAfterMs === undefined ? null : draft.expireAfterMs / 1000,
})
