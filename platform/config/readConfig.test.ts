import { describe, expect, test } from '@jest/globals'
import { createECDH } from 'node:crypto'
import { ConfigurationError } from '../errors.ts'
import { describeConfig, readConfig } from './index.ts'
import { variables } from './variables.ts'

const mysql = 'mysql://parley:secret@db:3306/parley'

const faultsOf = (...input: Parameters<typeof readConfig>): string => {
  try {
    readConfig(...input)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigurationError)
    return (error as Error).message
  }
  throw new Error('the configuration was accepted')
}

describe('the defaults', () => {
  test('an empty environment gives the embedded system on port 4000', () => {
    const config = readConfig({})
    expect(config).toMatchObject({
      port: 4000,
      host: undefined,
      redisUrl: undefined,
      kafkaBrokers: undefined,
      namespace: 'parley',
      tokens: { accessTtlMs: 900_000, refreshTtlMs: 2_592_000_000 },
    })
    expect(config.databases.users).toMatch(/^file:\/\/\/.*\/data\/users\.db$/)
  })

  test('an empty variable counts as absent', () => {
    expect(readConfig({ PORT: '', PARLEY_REDIS_URL: ' ' })).toMatchObject({ port: 4000, redisUrl: undefined })
  })

  test('the databases lie in the folder of the data', () => {
    expect(readConfig({ PARLEY_DATA: '/srv/parley' }).databases.conversations).toBe(
      'file:///srv/parley/conversations.db',
    )
  })

  test('public keys are read from the users subgraph', () => {
    expect(readConfig({ PARLEY_SUBGRAPH_USERS_URL: 'http://users:4000/graphql' }).jwksUrl).toBe(
      'http://users:4000/.well-known/jwks.json',
    )
  })
})

test('an override wins over the environment', () => {
  expect(readConfig({ PORT: '5000' }, { PORT: '0' }).port).toBe(0)
})

test('the configuration cannot be changed at any depth', () => {
  const relay = { PARLEY_CONVERSATIONS_DATABASE_URL: mysql, PARLEY_KAFKA_BROKERS: 'a:9092' }
  const config = readConfig(relay, {}, 'worker relay')
  expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError)
  expect(() => Object.assign(config.log, { level: 'trace' })).toThrow(TypeError)
  expect(() => (config.kafkaBrokers as string[]).push('b:9092')).toThrow(TypeError)
})

describe('faults', () => {
  test('every fault is reported together, without showing values', () => {
    const message = faultsOf({
      PORT: '70000',
      PARLEY_NAMESPACE: 'Not OK',
      PARLEY_REDIS_URL: 'http://:hunter2@redis',
      PARLEY_KAFKA_BROKERS: 'kafka',
      PARLEY_LOG_LEVEL: 'loud',
      PARLEY_USERS_DATABASE_URL: 'mysql://db',
    })
    for (const name of ['PORT', 'PARLEY_NAMESPACE', 'PARLEY_REDIS_URL', 'PARLEY_KAFKA_BROKERS', 'PARLEY_LOG_LEVEL'])
      expect(message).toMatch(new RegExp(`^  ${name}: must be`, 'm'))
    expect(message).toContain('PARLEY_USERS_DATABASE_URL: must name a database')
    expect(message).toContain('PARLEY_CONVERSATIONS_DATABASE_URL: PARLEY_USERS_DATABASE_URL is MySQL')
    expect(message).not.toContain('hunter2')
  })

  test.each(['-1', '1.5', '0x10', 'abc', '99999999999999999999'])('PORT=%s is refused', (PORT) => {
    expect(faultsOf({ PORT })).toContain('PORT: must be a whole number from 0 to 65535')
  })

  test('Kafka over an SQLite file is refused with advice', () => {
    expect(faultsOf({ PARLEY_KAFKA_BROKERS: 'kafka:9092' })).toContain('Set PARLEY_CONVERSATIONS_DATABASE_URL too')
  })

  test('a role of its own names every shared service that it lacks', () => {
    const message = faultsOf({}, {}, 'worker relay')
    expect(message).toContain('PARLEY_CONVERSATIONS_DATABASE_URL: `parley worker relay` shares it')
    expect(message).toContain('PARLEY_KAFKA_BROKERS')
    expect(message).not.toContain('PARLEY_REDIS_URL')
  })

  test('a role of its own needs no more than it uses', () => {
    const relay = { PARLEY_CONVERSATIONS_DATABASE_URL: mysql, PARLEY_KAFKA_BROKERS: 'a:9092, b:9092' }
    expect(readConfig(relay, {}, 'worker relay').kafkaBrokers).toEqual(['a:9092', 'b:9092'])
    const conversations = { PARLEY_SUBGRAPH_CONVERSATIONS_URL: 'http://conversations:4000/graphql' }
    const users = { PARLEY_USERS_DATABASE_URL: mysql, PARLEY_REDIS_URL: 'redis://redis:6379', ...conversations }
    expect(readConfig(users, {}, 'subgraph users').databases.users).toBe(mysql)
  })
})

test('a router that is given a supergraph stands alone, but where Parley is around it', () => {
  const given = { PARLEY_SUPERGRAPH: 'contract.graphql' }
  const subgraphs = Object.fromEntries(
    ['USERS', 'CONVERSATIONS', 'MESSAGES'].map((name) => [`PARLEY_SUBGRAPH_${name}_URL`, 'http://subgraph/graphql']),
  )
  const isAlone = (env: Record<string, string>, role: 'router' | 'all') => readConfig(env, {}, role).router.standsAlone
  expect(isAlone(given, 'router')).toBe(true)
  expect(isAlone({ ...given, ...subgraphs, PARLEY_REDIS_URL: 'redis://redis:6379' }, 'router')).toBe(false)
  expect(isAlone(given, 'all')).toBe(false)
})

describe('the keys of Web Push', () => {
  const pair = () => {
    const ecdh = createECDH('prime256v1')
    const publicKey = ecdh.generateKeys().toString('base64url')
    return { PARLEY_VAPID_PUBLIC_KEY: publicKey, PARLEY_VAPID_PRIVATE_KEY: ecdh.getPrivateKey().toString('base64url') }
  }

  test('are taken where they belong together, with whom to turn to', () => {
    const keys = pair()
    const { push } = readConfig({ ...keys, PARLEY_PUBLIC_URL: 'https://chat.example.com/a' })
    expect(push.vapid).toEqual({ publicKey: keys.PARLEY_VAPID_PUBLIC_KEY, privateKey: keys.PARLEY_VAPID_PRIVATE_KEY })
    expect(push).toMatchObject({ subject: 'https://chat.example.com', privateEndpoints: false })
    expect(readConfig({}).push).toMatchObject({ vapid: undefined, subject: 'mailto:admin@localhost' })
  })

  test('are refused where one is missing, cut short, or another one’s, without being shown', () => {
    const [one, other] = [pair(), pair()]
    const { PARLEY_VAPID_PRIVATE_KEY } = other
    expect(faultsOf({ PARLEY_VAPID_PRIVATE_KEY })).toContain('Set both, or neither')
    const mixed = faultsOf({ ...one, PARLEY_VAPID_PRIVATE_KEY })
    expect(mixed).toContain('it is not the public key of PARLEY_VAPID_PRIVATE_KEY')
    expect(mixed).not.toContain(PARLEY_VAPID_PRIVATE_KEY)
    expect(faultsOf({ ...one, PARLEY_VAPID_PUBLIC_KEY: 'BAAA' })).toContain('must be 65 bytes in base64url')
    expect(faultsOf({ PARLEY_VAPID_SUBJECT: 'admin' })).toContain('must be like mailto:admin@example.com')
  })
})

test('the help names every variable and its default', () => {
  const help = describeConfig()
  for (const name of Object.keys(variables.shape)) expect(help).toMatch(new RegExp(`^  ${name} +\\S`, 'm'))
  expect(help.match(/Default: \S/g)).toHaveLength(Object.keys(variables.shape).length)
})
