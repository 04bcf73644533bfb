import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { Forbidden, InvalidInput, LimitExceeded, NotFound, Unauthenticated } from '../../../platform/errors.ts'
import { API_KEY_PREFIX } from '../../../platform/identity/index.ts'
import type { ApiKeyScope, Identity } from '../../../platform/identity/index.ts'
import { checkedText, knownId } from '../../../platform/input/index.ts'
import { connectionOf, createCursor, requestedPage } from '../../../platform/pagination/index.ts'
import type { PageArguments } from '../../../platform/pagination/index.ts'
import { findBot } from '../store/bots.ts'
import {
  countApiKeys,
  findApiKey,
  findHolder,
  insertApiKey,
  markUsed,
  readApiKeys,
  revokeApiKey,
} from '../store/apiKeys.ts'
import type { ApiKeyRow } from '../store/apiKeys.ts'
import { findOwnAccount } from '../store/users.ts'
import type { Accounts } from './accounts.ts'
import { requireOwnBot } from './bots.ts'
import { ownAccount } from './ownAccount.ts'

const DAY_MS = 24 * 60 * 60 * 1_000
const LIFE = { otherwise: 90 * DAY_MS, max: 366 * DAY_MS }
const MOST = 50
const cursor = createCursor(['string'])

export interface NewApiKey {
  name: string
  scopes: readonly ApiKeyScope[]
  expiresAt?: Date | null
  /** A bot of the viewer's for whom it is. */
  botId?: string | null
}

/**
 * A key with which a program acts for the viewer, or for a bot of theirs, within its scopes. `secret` is shown here and never again: only its
 * SHA-256 is kept, which is enough for 256 random bits.
 * @throws Forbidden      a guest
 * @throws NotFound       the viewer has no such bot
 * @throws InvalidInput   the name, no scope, or an end that is over or more than 366 days away
 * @throws LimitExceeded  50 keys
 */
export async function createApiKey(
  accounts: Accounts,
  viewer: Identity,
  input: NewApiKey,
): Promise<{ apiKey: ApiKeyRow; secret: string }> {
  const { database, now } = accounts
  const name = checkedText('name', input.name, { min: 1, max: 80, trim: true })
  if (input.scopes.length === 0) throw new InvalidInput('scopes must name at least one.')
  const { user } = await ownAccount(accounts, viewer)
  const userId = input.botId ? (await requireOwnBot(accounts, viewer, input.botId)).id : user.id
  if (user.isGuest) throw new Forbidden('A guest has no API keys. Register first.')

  const secret = API_KEY_PREFIX + randomBytes(32).toString('base64url')
  const apiKey = {
    ...{ id: uuidv7(), userId, name, secretHash: hashOf(secret) },
    ...{ scopes: [...new Set(input.scopes)], createdAt: now(), expiresAt: endOf(input.expiresAt, now()) },
    ...{ lastUsedAt: null, revokedAt: null },
  }
  await database.transaction(async (tx) => {
    if ((await countApiKeys(tx, userId)) >= MOST) throw new LimitExceeded(`${MOST} API keys at most.`)
    await insertApiKey(tx, apiKey)
  })
  return { apiKey, secret }
}

/** From now on neither the key, of the viewer or of a bot of theirs, nor a token given out for it works. @throws NotFound */
export async function endApiKey(
  { database, endings, now }: Accounts,
  { userId }: Identity,
  given: string,
): Promise<ApiKeyRow> {
  const id = knownId(given)
  const key =
    id &&
    (await database.transaction(async (tx) => {
      const holder = await findHolder(tx, id)
      const isOwn = holder === userId || (holder && (await findBot(tx, userId, holder)) !== undefined)
      return isOwn ? revokeApiKey(tx, holder, id, now()) : undefined
    }))
  if (!key) throw new NotFound('You have no such API key.')
  await endings.announce([key.id])
  return key
}

/** The keys of the viewer, or of a bot of theirs, that are not revoked, newest first. @throws InvalidInput  the page */
export async function listApiKeys({ database }: Accounts, { userId }: Pick<Identity, 'userId'>, args: PageArguments) {
  const page = requestedPage(args, cursor, { size: 20 })
  return connectionOf(await readApiKeys(database, userId, page), page, cursor, ({ id }) => [id])
}

/**
 * An access token for a key: its session is the key itself, so that revoking the key ends it.
 * @throws Unauthenticated  an unknown, revoked or expired key, or its account is gone
 */
export async function exchangeApiKey(
  { database, issuer, now }: Accounts,
  secret: string,
): Promise<{ accessToken: string; accessTokenExpiresAt: number }> {
  const isOne = secret.length < 100 && secret.startsWith(API_KEY_PREFIX)
  const key = isOne ? await findApiKey(database, hashOf(secret)) : undefined
  const runs = key && key.revokedAt === null && (key.expiresAt === null || key.expiresAt > now())
  const account = runs ? await findOwnAccount(database, key.userId) : undefined
  if (!runs || !account) throw new Unauthenticated('The API key is unknown, expired or revoked.')
  await markUsed(database, key.id, now())
  const { token, expiresAt } = await issuer.issue(
    { userId: key.userId, sessionId: key.id, isGuest: account.user.isGuest, scopes: key.scopes },
    key.expiresAt ?? undefined,
  )
  return { accessToken: token, accessTokenExpiresAt: expiresAt }
}

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('base64url')

function endOf(given: Date | null | undefined, now: number): number {
  const end = given?.getTime() ?? now + LIFE.otherwise
  if (end > now && end <= now + LIFE.max) return end
  throw new InvalidInput('expiresAt must be in the future, at most 366 days away.')
}
