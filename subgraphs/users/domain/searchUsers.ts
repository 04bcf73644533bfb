import { InvalidInput } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/index.ts'
import { connectionOf, createCursor, requestedPage } from '../../../platform/pagination/index.ts'
import type { PageArguments } from '../../../platform/pagination/index.ts'
import { searchHandles } from '../store/searchUsers.ts'
import type { Accounts } from './accounts.ts'

const cursor = createCursor(['string'])
const PREFIX = /^[a-z0-9_.-]{1,32}$/

/**
 * Registered users whose handle begins so, by handle. What no handle begins with finds nobody.
 * @throws InvalidInput  nothing or too much to search for, or the page
 */
export async function searchUsers(
  { database }: Accounts,
  { userId }: Identity,
  { handlePrefix, ...args }: PageArguments & { handlePrefix: string },
) {
  const page = requestedPage(args, cursor, { size: 20 })
  if (handlePrefix.length > 64) throw new InvalidInput('handlePrefix has at most 64 characters.')
  const prefix = handlePrefix.trim().replace(/^@/, '').toLowerCase()
  if (prefix === '') throw new InvalidInput('handlePrefix must say how the handle begins.')
  const found = PREFIX.test(prefix) ? await searchHandles(database, userId, prefix, page) : []
  return connectionOf(found, page, cursor, ({ handle }) => [handle!])
}
