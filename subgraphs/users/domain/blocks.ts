import { InvalidInput, LimitExceeded, NotFound } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/index.ts'
import { knownId } from '../../../platform/input/index.ts'
import { connectionOf, createCursor, requestedPage } from '../../../platform/pagination/index.ts'
import type { PageArguments } from '../../../platform/pagination/index.ts'
import { countBlocks, deleteBlock, insertBlock, readBlocked } from '../store/blocks.ts'
import { findUser } from '../store/users.ts'
import type { UserRecord } from '../store/users.ts'
import type { Accounts } from './accounts.ts'

const MOST = 10_000

/** Who blocks, with the `Authorization` header by which other subgraphs know them too. */
type Blocker = Pick<Identity, 'userId'> & { authorization: string | undefined }
const cursor = createCursor(['number', 'string'])

/**
 * From now on the two cannot talk directly or add each other to groups, whoever blocked whom. Repeated, it
 * changes nothing. Resolves with the blocked user, when no direct message is taken any more, either way.
 * @throws NotFound, InvalidInput (oneself), LimitExceeded (10,000 blocked users), Unavailable (try again)
 */
export async function blockUser(
  { database, directTalks, now }: Accounts,
  { userId, authorization }: Blocker,
  otherId: string,
): Promise<UserRecord> {
  const other = await anotherUser(database, userId, otherId)
  await database.transaction(async (tx) => {
    if ((await countBlocks(tx, userId)) >= MOST) throw new LimitExceeded(`You can block ${MOST} users at most.`)
    await insertBlock(tx, userId, other.id, now())
  })
  await directTalks?.setBlock(authorization, { userId: other.id, blocked: true })
  return other
}

/** Takes the viewer's own block away. @throws NotFound, InvalidInput (oneself), Unavailable (try again) */
export async function unblockUser(
  { database, directTalks }: Accounts,
  { userId, authorization }: Blocker,
  otherId: string,
): Promise<UserRecord> {
  const other = await anotherUser(database, userId, otherId)
  await deleteBlock(database, userId, other.id)
  await directTalks?.setBlock(authorization, { userId: other.id, blocked: false })
  return other
}

/** Whom the viewer has blocked, newest first. @throws InvalidInput  the page */
export async function listBlocked({ database }: Accounts, { userId }: Identity, args: PageArguments) {
  const page = requestedPage(args, cursor, { size: 20 })
  const rows = await readBlocked(database, userId, page)
  const { edges, pageInfo } = connectionOf(rows, page, cursor, ({ blockedAt, user }) => [blockedAt, user.id])
  return { edges: edges.map(({ node, cursor }) => ({ node: node.user, cursor })), pageInfo }
}

async function anotherUser(database: Accounts['database'], userId: string, given: string): Promise<UserRecord> {
  const id = knownId(given)
  const user = id === undefined ? undefined : await findUser(database, id)
  if (!user) throw new NotFound('There is no such user.')
  if (user.id === userId) throw new InvalidInput('Another user is expected: nobody blocks themself.')
  return user
}
