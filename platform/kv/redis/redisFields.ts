import type { Redis } from 'ioredis'
import type { Field } from '../kv.ts'

/** The time in microseconds; whole numbers of that size are exact. */
const clock = `local time = redis.call('TIME') local at = time[1] * 1000000 + time[2]`
/** A few of the fields that are over go with each write: a key holds not much more than what lives. */
const sweep = `for _, gone in ipairs(redis.call('ZRANGEBYSCORE', KEYS[2], '-inf', at / 1000, 'LIMIT', 0, 20)) do
  redis.call('HDEL', KEYS[1], gone) redis.call('ZREM', KEYS[2], gone) end`

/** KEYS: values, ends. ARGV: field, value, lifetime. The ends are in milliseconds. */
const SET = `${clock} ${sweep}
  local ends = math.floor(at / 1000) + ARGV[3]
  local isNew = redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
  redis.call('ZADD', KEYS[2], ends, ARGV[1])
  for _, key in ipairs(KEYS) do
    if redis.call('PTTL', key) < tonumber(ARGV[3]) then redis.call('PEXPIRE', key, ARGV[3]) end
  end
  return {string.format('%.0f', at), isNew}`

const DELETE = `${clock} ${sweep}
  redis.call('ZREM', KEYS[2], ARGV[1])
  return {string.format('%.0f', at), redis.call('HDEL', KEYS[1], ARGV[1])}`

/** Values, and the ends of their lifetimes: two keys, together on one shard. */
const keysOf = (key: string) => [`{${key}}:fields`, `{${key}}:ends`] as const

export async function setField(redis: Redis, key: string, field: string, value: string, ttlMs: number) {
  const [at, isNew] = (await redis.eval(SET, 2, ...keysOf(key), field, value, ttlMs)) as [string, number]
  return { at: Number(at), isNew: isNew === 1 }
}

export async function deleteField(redis: Redis, key: string, field: string) {
  const [at, count] = (await redis.eval(DELETE, 2, ...keysOf(key), field)) as [string, number]
  return { at: Number(at), wasThere: count === 1 }
}

export async function readFields(redis: Redis, keys: readonly string[]) {
  const pipeline = redis.pipeline().time()
  for (const key of keys) {
    const [values, ends] = keysOf(key)
    pipeline.hgetall(values).zrange(ends, '0', '-1', 'WITHSCORES')
  }
  const answers = (await pipeline.exec()) ?? []
  const [time, ...rest] = answers.map(([error, answer]) => {
    if (error) throw error
    return answer
  })
  const [seconds, micros] = time as [string, string]
  const at = Number(seconds) * 1_000_000 + Number(micros)
  const fields = keys.map((_key, index) => {
    const [values, ends] = rest.slice(2 * index) as [Record<string, string>, string[]]
    return alive(values, ends, at / 1_000)
  })
  return { at, fields }
}

function alive(values: Record<string, string>, ends: readonly string[], now: number): Map<string, Field> {
  const found = new Map<string, Field>()
  for (let index = 0; index < ends.length; index += 2) {
    const field = ends[index]!
    const leftMs = Math.ceil(Number(ends[index + 1]) - now)
    const value = values[field]
    if (value !== undefined && leftMs > 0) found.set(field, { value, leftMs })
  }
  return found
}
