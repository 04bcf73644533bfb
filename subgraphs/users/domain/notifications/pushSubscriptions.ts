import { createHash, ECDH } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import { isDuplicate } from '../../../../platform/database/index.ts'
import { InvalidInput, LimitExceeded } from '../../../../platform/errors.ts'
import type { Identity } from '../../../../platform/identity/index.ts'
import { mayBePublic } from '../../../../platform/network/publicAddress.ts'
import {
  countSubscriptions,
  deleteEndedSubscriptions,
  findByEndpoint,
  readSubscriptions,
  removeSubscription,
  replaceSubscription,
} from '../../store/notifications/pushSubscriptions.ts'
import type { PushSubscriptionRow } from '../../store/notifications/pushSubscriptions.ts'
import type { NotificationParts } from './parts.ts'

/** Browsers of one user. */
export const MAX_SUBSCRIPTIONS = 10
const MAX_ENDPOINT = 1_000

/** As the browser's `PushSubscription.toJSON()` gives it. */
export interface NewSubscription {
  endpoint: string
  keys: { p256dh: string; auth: string }
}

export interface PushParts extends Pick<NotificationParts, 'database' | 'now'> {
  /** Push services inside: for tests, and for who runs one. They may be reached without TLS too. */
  privateEndpoints: boolean
}

/**
 * From now on this browser is told of the viewer's notifications, until the session that asks has ended. A browser that was
 * registered before, also by somebody else, is the viewer's now; again is the same.
 * @throws InvalidInput   no public https address, or keys that are none
 * @throws LimitExceeded  ten other browsers
 */
export async function registerPushSubscription(
  { database, now, privateEndpoints }: PushParts,
  { userId, sessionId }: Identity,
  { endpoint: given, keys }: NewSubscription,
): Promise<PushSubscriptionRow> {
  const endpoint = checkedEndpoint(given, privateEndpoints)
  const [p256dh, auth] = [checkedKey(keys.p256dh), checkedSecret(keys.auth)]
  const endpointHash = hashOf(endpoint)
  const register = () =>
    database.transaction(async (tx) => {
      await deleteEndedSubscriptions(tx, now(), MAX_SUBSCRIPTIONS, userId)
      const before = await findByEndpoint(tx, endpointHash)
      const isOwn = before?.userId === userId
      if (!isOwn && (await countSubscriptions(tx, userId)) >= MAX_SUBSCRIPTIONS) {
        throw new LimitExceeded(
          `You can have push messages in ${MAX_SUBSCRIPTIONS} browsers at most. Remove one first.`,
        )
      }
      const row = { userId, sessionId, endpoint, endpointHash, p256dh, auth, createdAt: now() }
      const subscription = { id: isOwn ? before.id : uuid(), ...row }
      await replaceSubscription(tx, subscription)
      return subscription
    })
  // Two requests of one browser at once: the second finds what the first has written.
  return register().catch((error: unknown) => (isDuplicate(error) ? register() : Promise.reject(error)))
}

/** The viewer's browsers that take push messages, oldest first. */
export const listPushSubscriptions = ({ database, now }: PushParts, { userId }: Identity) =>
  readSubscriptions(database, userId, now())

/** One that is not registered stays so. */
export async function removePushSubscription(
  { database }: PushParts,
  { userId }: Identity,
  endpoint: string,
): Promise<void> {
  await removeSubscription(database, userId, hashOf(normalized(endpoint) ?? endpoint))
}

function checkedEndpoint(given: string, privateEndpoints: boolean): string {
  const url = given.length <= MAX_ENDPOINT ? URL.parse(given) : null
  const scheme = url?.protocol === 'https:' || (privateEndpoints && url?.protocol === 'http:')
  const place = url && (privateEndpoints || (mayBePublic(url) && url.port === ''))
  if (!scheme || !place || url.username || url.password || url.href.length > MAX_ENDPOINT) {
    throw new InvalidInput(
      `endpoint must be a public https address of at most ${MAX_ENDPOINT} characters, as the browser gives it.`,
    )
  }
  return url.href
}

const normalized = (endpoint: string) => (endpoint.length <= MAX_ENDPOINT ? URL.parse(endpoint)?.href : undefined)

/** A point on P-256, uncompressed (RFC 8291, 3.1). */
function checkedKey(given: string): string {
  const bytes = bytesOf(given, 65)
  try {
    if (bytes?.[0] === 4) ECDH.convertKey(bytes, 'prime256v1')
    else throw new Error('another form')
    return bytes.toString('base64url')
  } catch {
    throw new InvalidInput('keys.p256dh must be the public key that the browser gives, in base64url.')
  }
}

function checkedSecret(given: string): string {
  const bytes = bytesOf(given, 16)
  if (!bytes) throw new InvalidInput('keys.auth must be the 16 bytes that the browser gives, in base64url.')
  return bytes.toString('base64url')
}

function bytesOf(given: string, length: number): Buffer | undefined {
  if (given.length > 2 * length || !/^[\w+/-]*={0,2}$/.test(given)) return undefined
  const bytes = Buffer.from(given, 'base64url')
  return bytes.length === length ? bytes : undefined
}

const hashOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('base64url')
