import { expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import { readConfig } from '../config/index.ts'
import { Unavailable } from '../errors.ts'
import { createLogger } from '../telemetry/index.ts'
import { describeFields } from './fields.contract.ts'
import { describeKeyValue } from './kv.contract.ts'
import { MemoryKeyValue } from './memory/memoryKeyValue.ts'
import { RedisKeyValue } from './redis/redisKeyValue.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })

describeKeyValue('this process', async () => new MemoryKeyValue())
describeFields('this process', async () => new MemoryKeyValue())

test('in this process, the least recently used entry goes when there is no more room', async () => {
  const store = new MemoryKeyValue({ entries: 2 })
  await store.set('a', '1', 60_000)
  await store.set('b', '2', 60_000)
  await store.get('a')
  await store.set('c', '3', 60_000)
  expect(await Promise.all(['a', 'b', 'c'].map((key) => store.get(key)))).toEqual(['1', undefined, '3'])
})

test('in this process, the fields that were set longest ago go when there is no more room', async () => {
  const store = new MemoryKeyValue({ entries: 2 })
  for (const key of ['a', 'b', 'c']) await store.setField(key, 'f', key, 60_000)
  const { fields } = await store.readFields(['a', 'b', 'c'])
  expect(fields.map(({ size }) => size)).toEqual([0, 1, 1])
})

test('a Redis that is not there is reported with advice, without the password', async () => {
  const opening = RedisKeyValue.open({ url: 'redis://:hunter2@127.0.0.1:1', namespace: 'test', logger, patienceMs: 1 })
  const error: Error = await opening.then(
    () => new Error('it opened'),
    (reason) => reason,
  )
  expect(error).toBeInstanceOf(Unavailable)
  expect(error.message).toMatch(/^Redis at 127\.0\.0\.1:1 can't be reached\. Start it, or correct PARLEY_REDIS_URL/)
  expect(error.message).not.toContain('hunter2')
})

if (process.env.PARLEY_TEST_SERVICES === '1') {
  const { PARLEY_REDIS_URL } = process.env
  const url = readConfig({ PARLEY_REDIS_URL }).redisUrl ?? ''
  const open = () => RedisKeyValue.open({ url, namespace: `test-${randomUUID()}`, logger })
  describeKeyValue('Redis', open)
  describeFields('Redis', open)
}
