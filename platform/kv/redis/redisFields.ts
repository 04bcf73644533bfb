import type { Redis } from 'ioredis'
import type { Field } from '../kv.ts'

/** The time in microseconds; whole numbers of that size are exact. */
const clock = `local time = redis.call('TIME') local at = time[1] * 1000000 + time[2]`
/** A few of the fields that are over go with each write: a key holds not much more than what lives. */
const sweep = `for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', at / 1000, 'LIMIT', 0, 20)) do
  redis.call('HDEL', KEYS[1], gone) redis.call('ZREM', KEYS[2], gone) end`

/** KEYS: values, ends. ARGV: field, value, lifetime. The ends are in milliseconds; each value says its own before it. */
const SET = `${clock} ${sweep}
  local ends = math.floor(at / 1000) + ARGV[3]
  local isNew = redis.call('HSET', KEYS[1], ARGV[1], string.format('%.0f', ends) .. ' ' .. ARGV[2])
  redis.call('ZADD', KEYS[2], ends, ARGV[1])
  for _, key in ipairs(KEYS) do
    if redis.call('PTTL', key) < tonumber(ARGV[3]) then redis.call('PEXPIRE', key, ARGV[3]) end
  end
  return {string.format('%.0f', at), isNew}`

const DELETE = `${clock} ${sweep}
  redis.call('ZREM', KEYS[2], ARGV[1])
  return {string.format('%.0f', at), redis.call('HDEL', KEYS[1], ARGV[1])}`

/** Values, and the ends of their lifetimes by which they are swept: two keys, together on one shard. */
const keysOf = (key: string) => [`{${key}}:fields`, `{${key}}:ends`] as const

interface Scripts {
  parleySetField(...args: (string | number)[]): Promise<[string, number]>
  parleyDeleteField(...args: (string | number)[]): Promise<[string, number]>
}

/** Redis knows a script by its digest after the first call, so that no call carries its text. */
export function defineFieldScripts(redis: Redis): void {
  redis.defineCommand('parleySetField', { numberOfKeys: 2, lua: SET })
  redis.defineCommand('parleyDeleteField', { numberOfKeys: 2, lua: DELETE })
}

const scriptsOf = (redis: Redis) => redis as unknown as Scripts

export async function setField(redis: Redis, key: string, field: string, value: string, ttlMs: number) {
  const [at, isNew] = await scriptsOf(redis).parleySetField(...keysOf(key), field, value, ttlMs)
  return { at: Number(at), isNew: isNew === 1 }
}

export async function deleteField(redis: Redis, key: string, field: string) {
  const [at, count] = await scriptsOf(redis).parleyDeleteField(...keysOf(key), field)
  return { at: Number(at), wasThere: count === 1 }
}

export async function readFields(redis: Redis, keys: readonly string[]) {
  const pipeline = redis.pipeline().time()
  for (const key of keys) pipeline.hgetall(keysOf(key)[0])
  const answers = (await pipeline.exec()) ?? []
  const [time, ...rest] = answers.map(([error, answer]) => {
    if (error) throw error
    return answer
  })
  const [seconds, micros] = time as [string, string]
  const at = Number(seconds) * 1_000_000 + Number(micros)
  return { at, fields: rest.map((values) => alive(values as Record<string, string>, at / 1_000)) }
}

function alive(values: Record<string, string>, now: number): Map<string, Field> {
  const found = new Map<string, Field>()
  for (const [field, text] of Object.entries(values)) {
    const space = text.indexOf(' ')
    const leftMs = Math.ceil(Number(text.slice(0, space)) - now)
    if (leftMs > 0) found.set(field, { value: text.slice(space + 1), leftMs })
  }
  return found
}
