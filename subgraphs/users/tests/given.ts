/** A users subgraph on a fresh database, and what clients do with it. */
import { openTestDatabase } from '../../../platform/database/testDatabase.ts'
import { MemoryPubSub } from '../../../platform/events/memory/memoryPubSub.ts'
import { openRevocations } from '../../../platform/identity/index.ts'
import { MemoryKeyValue } from '../../../platform/kv/memory/memoryKeyValue.ts'
import type { SubgraphRequest, SubgraphResult } from '../../../platform/subgraph/index.ts'
import { createLogger } from '../../../platform/telemetry/index.ts'
import { createUsersSubgraph } from '../index.ts'
import type { UsersParts } from '../index.ts'

export interface Session {
  user: { id: string; name: string; handle: string | null; isGuest: boolean; createdAt: string }
  accessToken: string
  accessTokenExpiresAt: string
  refreshToken: string
  refreshTokenExpiresAt: string
}

const sessionFields = `session {
  user { id name handle isGuest createdAt }
  accessToken accessTokenExpiresAt refreshToken refreshTokenExpiresAt
}`

export const minute = 60_000
export const day = 24 * 60 * minute
const tokens = { accessTtlMs: 15 * minute, refreshTtlMs: 30 * day }
export const password = 'correct horse'

/** Revocations that know of nothing yet. */
export const openInProcess = () => {
  const logger = createLogger({ log: { level: 'silent', format: 'json' } })
  const [kv, pubsub] = [new MemoryKeyValue(), new MemoryPubSub({ logger })]
  return openRevocations({ kv, pubsub, ttlMs: tokens.accessTtlMs, logger })
}

export async function openUsers(options: Partial<UsersParts> = {}) {
  const { database, drop } = await openTestDatabase('users')
  let time = Date.UTC(2026, 0, 31, 9, 30)
  const logs: string[] = []
  const logger = createLogger({ log: { level: 'info', format: 'json' } }, { write: (line) => void logs.push(line) })
  const revocations = await openInProcess()
  const pubsub = new MemoryPubSub({ logger })
  const notifications = { pubsub, privateEndpoints: true }
  const live = { kv: new MemoryKeyValue(), pubsub }
  const parts = { database, tokens, revocations, notifications, live, logger, now: () => time, ...options }
  const users = await createUsersSubgraph(parts)

  const execute = (query: string, request: Omit<Partial<SubgraphRequest>, 'query'> = {}) =>
    users.subgraph.execute({ query, ...request })
  const mutate = (name: string, input: object, request: Partial<SubgraphRequest> = {}) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`
    const query = `mutation ($input: ${type}) { ${name}(input: $input) { ${sessionFields} } }`
    return execute(query, { ...request, variables: { input } })
  }
  const session = (result: SubgraphResult): Session => {
    if (result.errors) throw new Error(JSON.stringify(result.errors))
    return (Object.values(result.data!)[0] as { session: Session }).session
  }
  return {
    ...users,
    database,
    parts,
    pubsub,
    logs,
    drop: async () => {
      await users.subgraph.close()
      await drop()
    },
    now: () => time,
    pass: (ms: number) => void (time += ms),
    execute,
    mutate,
    session,
    register: async (handle: string, more: object = {}) =>
      session(await mutate('register', { name: 'Ada', handle, password, ...more })),
    guest: async (name = 'Guest') => session(await mutate('continueAsGuest', { name })),
    refresh: (refreshToken: string) => mutate('refreshSession', { refreshToken }),
  }
}

export type GivenUsers = Awaited<ReturnType<typeof openUsers>>

export const as = ({ accessToken }: { accessToken: string }) => ({ authorization: `Bearer ${accessToken}` })

/** The codes of an answer's errors. */
export const codes = ({ errors }: SubgraphResult) => (errors ?? []).map((error) => error.extensions?.['code'])
