import type { Identity } from '../../../../platform/identity/index.ts'
import { connectionOf, createCursor, requestedPage } from '../../../../platform/pagination/index.ts'
import type { PageArguments } from '../../../../platform/pagination/index.ts'
import { readHead } from '../../store/notifications/heads.ts'
import { readNotifications } from '../../store/notifications/notifications.ts'
import type { Accounts } from '../accounts.ts'
import { toNotification } from './events.ts'

const cursor = createCursor(['number'])

/**
 * The viewer's notifications, newest first. `rev` is read before the page: what comes after it may be on the page already.
 * @throws InvalidInput  the page
 */
export async function listNotifications(
  { database }: Pick<Accounts, 'database'>,
  { userId }: Identity,
  args: PageArguments & { unreadOnly?: boolean | null },
) {
  const page = requestedPage(args, cursor, { size: 20 })
  const { rev, unread } = await readHead(database, userId)
  const rows = await readNotifications(database, userId, page, args.unreadOnly ?? false)
  const { edges, pageInfo } = connectionOf(rows, page, cursor, (row) => [row.rev])
  return {
    rev,
    unreadCount: unread,
    edges: edges.map(({ node, cursor }) => ({ node: toNotification(node), cursor })),
    pageInfo,
  }
}
