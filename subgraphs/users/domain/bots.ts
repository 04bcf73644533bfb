import { v7 as uuidv7 } from 'uuid'
import { isDuplicate } from '../../../platform/database/index.ts'
import { Forbidden, HandleTaken, LimitExceeded, NotFound } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/index.ts'
import { knownId } from '../../../platform/input/index.ts'
import { connectionOf, createCursor, requestedPage } from '../../../platform/pagination/index.ts'
import type { PageArguments } from '../../../platform/pagination/index.ts'
import { countBots, findBot, forgetBots, readBots } from '../store/bots.ts'
import { blankProfile, changeUser, insertUser } from '../store/users.ts'
import type { UserRecord } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { checkedHandle } from './input.ts'
import { ownAccount } from './ownAccount.ts'
import { checkedProfile } from './updateProfile.ts'
import type { ProfileChanges } from './updateProfile.ts'

const MOST = 50
const cursor = createCursor(['string'])

/** Who names a bot that is theirs; undefined for any other id. */
export const ownBot = async ({ database }: Accounts, { userId }: Identity, given: string) => {
  const id = knownId(given)
  return id === undefined ? undefined : findBot(database, userId, id)
}

/** @throws NotFound  the viewer has no such bot */
export async function requireOwnBot(accounts: Accounts, viewer: Identity, given: string): Promise<UserRecord> {
  const bot = await ownBot(accounts, viewer, given)
  if (!bot) throw new NotFound('You have no such bot.')
  return bot
}

/**
 * An account for a program, which the viewer answers for. It has no password: programs come in with its API keys.
 * @throws InvalidInput   name, handle, picture or status
 * @throws HandleTaken    someone has the handle, or got it in this moment
 * @throws Forbidden      a guest
 * @throws LimitExceeded  50 bots
 */
export async function createBot(
  accounts: Accounts,
  viewer: Identity,
  input: ProfileChanges & { name: string; handle: string },
): Promise<UserRecord> {
  const { database, now } = accounts
  const handle = checkedHandle(input.handle)
  const profile = { ...blankProfile, ...checkedProfile({ ...input, handle: null }) }
  const { user } = await ownAccount(accounts, viewer)
  if (user.isGuest) throw new Forbidden('A guest has no bots. Register first.')
  const bot = { name: input.name, ...profile, id: uuidv7(), handle, isGuest: false, ownerId: user.id, createdAt: now() }
  await database
    .transaction(async (tx) => {
      if ((await countBots(tx, user.id)) >= MOST) throw new LimitExceeded(`You can have ${MOST} bots at most.`)
      await insertUser(tx, bot, null)
    })
    .catch(takenOr(handle))
  return bot
}

/**
 * Changes how a bot of the viewer's is shown; resolves with the bot as it is then.
 * @throws NotFound, InvalidInput, HandleTaken
 */
export async function updateBot(
  accounts: Accounts,
  viewer: Identity,
  { botId, ...input }: ProfileChanges & { botId: string },
): Promise<UserRecord> {
  const changes = checkedProfile(input)
  const bot = await requireOwnBot(accounts, viewer, botId)
  if (Object.keys(changes).length > 0) {
    await changeUser(accounts.database, bot.id, changes).catch(takenOr(input.handle))
  }
  return { ...bot, ...changes }
}

/**
 * Takes a bot away, with its API keys. What it wrote stays, as from a deleted user; it leaves its groups soon after.
 * @throws NotFound
 */
export async function deleteBot(accounts: Accounts, viewer: Identity, given: string): Promise<string> {
  const { database, departures, endings, now } = accounts
  const { id } = await requireOwnBot(accounts, viewer, given)
  await endings.announce(await database.transaction((tx) => forgetBots(tx, viewer.userId, now(), id)))
  departures.begin()
  return id
}

/** The viewer's bots, newest first. @throws InvalidInput  the page */
export async function listBots({ database }: Accounts, { userId }: Identity, args: PageArguments) {
  const page = requestedPage(args, cursor, { size: 20 })
  return connectionOf(await readBots(database, userId, page), page, cursor, ({ id }) => [id])
}

const takenOr = (handle: string | null | undefined) => (error: unknown) => {
  throw isDuplicate(error) ? new HandleTaken(`The handle "${handle}" is taken.`) : error
}
