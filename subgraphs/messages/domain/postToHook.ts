import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import type { Database } from '../../../platform/database/index.ts'
import { InvalidInput, NotFound } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { readIncomingWebhook } from '../store/incomingWebhooks.ts'
import type { HookLimits } from './hookLimits.ts'
import type { LivingBots } from './livingBots.ts'
import type { SendQueue } from './sendQueue.ts'
import { validateDraft } from './validateDraft.ts'

export interface HookParts {
  database: Database
  sends: SendQueue
  bots: LivingBots
  hooks: HookLimits
}

export interface HookPost {
  hookId: string
  secret: string
  /** What the service said: checked here. */
  body: unknown
  /** The same for a retry. Undefined: each post is a message. */
  idempotencyKey: string | undefined
  /** The client's. */
  address: string | undefined
}

const fields = [
  ...(['text', 'attachmentIds', 'replyToId', 'threadRootId'] as const),
  ...(['mentions', 'mentionsEveryone', 'expireAfterSeconds'] as const),
] as const
const MAX_KEY = 255

/**
 * Sends a message as the bot of an address, once for each idempotency key.
 * @throws NotFound             no such address, or its bot is deleted: one answer for all, whatever is wrong
 * @throws InvalidInput         the body or the key
 * @throws RateLimited          too many
 * @throws Forbidden            the bot is no member any more, or may not write there
 * @throws IdempotencyConflict  the key was used for another message
 * @throws NotFound, UploadIncomplete  an attachment is no unused upload of the bot's, or its bytes are not there
 * @throws TextTooLong, LimitExceeded, Overloaded, Unavailable
 */
export async function postToHook({ database, sends, bots, hooks }: HookParts, post: HookPost): Promise<MessagePayload> {
  const id = knownId(post.hookId)
  const hook = id && (await readIncomingWebhook(database, id))
  if (!hook || !isSame(post.secret, hook.secretHash) || !(await bots.has(hook.botId))) {
    await hooks.wrong(post.address)
    throw new NotFound('There is no such webhook.')
  }
  await hooks.post(hook.id)
  const input = checkedBody(post.body)
  const clientMessageId = messageIdOf(hook.id, post.idempotencyKey)
  return sends.enqueue(validateDraft({ ...input, conversationId: hook.conversationId, clientMessageId }, hook.botId))
}

const isSame = (secret: string, hash: string): boolean => {
  const given = Buffer.from(createHash('sha256').update(secret).digest('base64url'))
  const kept = Buffer.from(hash)
  return given.length === kept.length && timingSafeEqual(given, kept)
}

/** Two addresses of one bot keep apart what they call the same. */
function messageIdOf(hookId: string, key: string | undefined): string {
  if (key === undefined) return `hook:${randomUUID()}`
  if (!/^[\x20-\x7e]+$/.test(key) || key.length > MAX_KEY) {
    throw new InvalidInput(`Idempotency-Key must be 1 to ${MAX_KEY} characters of ASCII.`)
  }
  return `hook:${createHash('sha256').update(`${hookId} ${key}`).digest('base64url')}`
}

type HookMessage = Pick<Parameters<typeof validateDraft>[0], (typeof fields)[number]>

/** @throws InvalidInput  no JSON object of known fields, each of its type */
function checkedBody(body: unknown): HookMessage {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidInput('The body must be a JSON object like {"text": "…"}.')
  }
  const given = body as Record<string, unknown>
  const unknown = Object.keys(given).find((name) => !(fields as readonly string[]).includes(name))
  if (unknown !== undefined) throw new InvalidInput(`The body may hold ${fields.join(', ')}, and nothing else.`)
  const require = (name: string, type: string, fits: boolean) => {
    if (!fits) throw new InvalidInput(`${name} must be ${type}.`)
  }
  const optional = (value: unknown) => value === undefined || value === null
  const { text, attachmentIds, replyToId, threadRootId, mentions, mentionsEveryone, expireAfterSeconds } = given
  const ids = (value: unknown) => optional(value) || (Array.isArray(value) && value.every(isText))
  require('text', 'a text', typeof text === 'string')
  require('attachmentIds', 'a list of ids', ids(attachmentIds))
  require('replyToId', 'an id', optional(replyToId) || typeof replyToId === 'string')
  require('threadRootId', 'an id', optional(threadRootId) || typeof threadRootId === 'string')
  require('mentions', 'a list of ids', ids(mentions))
  require('mentionsEveryone', 'true or false', optional(mentionsEveryone) || typeof mentionsEveryone === 'boolean')
  require('expireAfterSeconds', 'a whole number', optional(expireAfterSeconds) ||
    Number.isSafeInteger(expireAfterSeconds))
  return given as unknown as HookMessage
}

const isText = (value: unknown) => typeof value === 'string'
