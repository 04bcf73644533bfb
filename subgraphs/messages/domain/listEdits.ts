import type { Database } from '../../../platform/database/index.ts'
import {
  type Connection,
  connectionOf,
  createCursor,
  type PageArguments,
  requestedPage,
} from '../../../platform/pagination/index.ts'
import { type EditRow, readEdits } from '../store/readEdits.ts'
import { noSuchMessage } from './changeTimeline.ts'
import type { History } from './history.ts'

const cursor = createCursor(['number'])

/**
 * The texts that a message had before, oldest first; none of a deleted one.
 * @throws Forbidden     no such message for the viewer
 * @throws InvalidInput  the page
 */
export async function listEdits(
  database: Database,
  history: History,
  { messageId, ...args }: PageArguments & { messageId: string },
): Promise<Connection<EditRow>> {
  const page = requestedPage(args, cursor, { size: 20 })
  const message = await history.message(messageId)
  if (!message) throw noSuchMessage()
  const there = !message.deletedAt
  const rows = there
    ? await readEdits(database, { conversationId: message.conversation.id, seq: message.seq }, page)
    : []
  return connectionOf(rows, page, cursor, ({ version }) => [version])
}
