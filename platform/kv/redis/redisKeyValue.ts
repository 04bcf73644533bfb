import type { Redis } from 'ioredis'
import { connectRedis, type RedisConnection } from '../../redis/connectRedis.ts'
import { orUnavailable } from '../../redis/orUnavailable.ts'
import type { KeyValue } from '../kv.ts'
import { checkEntry, checkKeys } from '../limits.ts'
import { defineFieldScripts, deleteField, readFields, setField } from './redisFields.ts'

export type RedisKeyValueOptions = Omit<RedisConnection, 'name'> & { namespace: string }

/** Values in Redis, under keys that begin with the namespace. */
export class RedisKeyValue implements KeyValue {
  private readonly redis: Redis
  private readonly prefix: string

  private constructor(redis: Redis, namespace: string) {
    this.redis = redis
    defineFieldScripts(redis)
    this.prefix = `${namespace}:kv:`
  }

  /** @throws Unavailable  Redis can't be reached */
  static async open({ namespace, ...connection }: RedisKeyValueOptions): Promise<RedisKeyValue> {
    return new RedisKeyValue(await connectRedis({ ...connection, name: `${namespace}-kv` }), namespace)
  }

  async get(key: string): Promise<string | undefined> {
    return (await orUnavailable(() => this.redis.get(this.prefix + key))) ?? undefined
  }

  async set(key: string, value: string, ttlMs: number): Promise<void> {
    checkEntry(key, value, ttlMs)
    await orUnavailable(() => this.redis.set(this.prefix + key, value, 'PX', ttlMs))
  }

  async setIfAbsent(key: string, value: string, ttlMs: number): Promise<boolean> {
    checkEntry(key, value, ttlMs)
    return (await orUnavailable(() => this.redis.set(this.prefix + key, value, 'PX', ttlMs, 'NX'))) === 'OK'
  }

  async delete(key: string): Promise<void> {
    await orUnavailable(() => this.redis.del(this.prefix + key))
  }

  async setField(key: string, field: string, value: string, ttlMs: number) {
    checkEntry(key, value, ttlMs)
    checkKeys([field])
    return orUnavailable(() => setField(this.redis, this.prefix + key, field, value, ttlMs))
  }

  async deleteField(key: string, field: string) {
    return orUnavailable(() => deleteField(this.redis, this.prefix + key, field))
  }

  async readFields(keys: readonly string[]) {
    checkKeys(keys)
    return orUnavailable(() =>
      readFields(
        this.redis,
        keys.map((key) => this.prefix + key),
      ),
    )
  }

  async ping(): Promise<void> {
    await orUnavailable(() => this.redis.ping())
  }

  async close(): Promise<void> {
    this.redis.disconnect()
  }
}
