import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ParleyError } from '../../../platform/errors.ts'
import { MemoryPubSub } from '../../../platform/events/memory/memoryPubSub.ts'
import {
  createIssuer,
  createMemoryKeys,
  createVerifier,
  openRevocations,
  refuseRevoked,
} from '../../../platform/identity/index.ts'
import { MemoryKeyValue } from '../../../platform/kv/memory/memoryKeyValue.ts'
import { createMetrics, type Metrics } from '../../../platform/telemetry/index.ts'
import { Refusal } from '../../http/refusal.ts'
import { PersistedQueries } from '../../http/persistedQueries.ts'
import { attachRealtime, type RealtimeLimits } from '../index.ts'
import { Newsroom } from './news.ts'
import { RawClient } from './rawClient.ts'
import { quiet } from './startHub.ts'
import { UnreliablePubSub } from './unreliablePubSub.ts'

/** A server with the engine attached, over a newsroom, with real tokens and real sockets. */
export async function startServer(limits: Partial<RealtimeLimits> = {}) {
  const keys = createMemoryKeys()
  const issuer = await createIssuer({ keys, ttlMs: 3_600_000 })
  const pubsub = new UnreliablePubSub()
  // Heard on a wire of its own: tests count who listens to news.
  const feed = new MemoryPubSub({ logger: quiet })
  const revocations = await openRevocations({ kv: new MemoryKeyValue(), pubsub: feed, ttlMs: 3_600_000, logger: quiet })
  const newsroom = new Newsroom(pubsub)
  const metrics = createMetrics({ process: false })
  const verifier = refuseRevoked(createVerifier({ jwks: () => issuer.jwks() }), revocations)
  const hooks = { beforeVerifying: (): Promise<void> | void => undefined }
  const server = createServer((request, response) => {
    realtime.stream(request, response).then(
      (isStream) => isStream || response.end(),
      (cause) => refuse(response, cause),
    )
  })
  const realtime = attachRealtime(server, {
    supergraph: () => newsroom,
    verifier: { ...verifier, verify: async (token) => (await hooks.beforeVerifying(), verifier.verify(token)) },
    pubsub,
    logger: quiet,
    metrics,
    persisted: new PersistedQueries(100_000),
    limits: { holeGraceMs: 5, ...limits },
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`

  /** A token of this user that ends in about so many milliseconds: tokens count whole seconds. */
  const tokenOf = async (userId: string, ttlMs = 3_600_000): Promise<string> => {
    const issuing = ttlMs === 3_600_000 ? issuer : await createIssuer({ keys, ttlMs })
    return (await issuing.issue({ userId, sessionId: `s-${userId}`, isGuest: false })).token
  }

  return {
    url,
    server,
    realtime,
    newsroom,
    pubsub,
    revocations,
    /** Awaited by every verification of a token: suites hold it back to see what happens meanwhile. */
    hooks,
    tokenOf,
    open: (protocol?: string | string[], headers?: Record<string, string>) => RawClient.open(url, protocol, headers),
    /** A socket that has been acknowledged. */
    async signedIn(userId?: string, ttlMs?: number): Promise<RawClient> {
      const client = await RawClient.open(url)
      const payload = userId === undefined ? {} : { authorization: `Bearer ${await tokenOf(userId, ttlMs)}` }
      client.send({ type: 'connection_init', payload })
      await client.next('connection_ack')
      return client
    },
    /** `label`: one of its values alone. */
    count: (name: string, label?: string) => valueOf(metrics, name, label),
    async stop(): Promise<void> {
      await realtime.close()
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function refuse(response: ServerResponse, cause: Error): void {
  const { status, error } = cause instanceof Refusal ? cause : { status: 503, error: cause as ParleyError }
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ errors: [{ message: error.message, extensions: error.extensions }] }))
}

async function valueOf(metrics: Metrics, name: string, label?: string): Promise<number> {
  const { values } = await metrics.getSingleMetric(`parley_realtime_${name}`)!.get()
  const asked = values.filter(({ labels }) => label === undefined || Object.values(labels).includes(label))
  return asked.reduce((sum, { value }) => sum + value, 0)
}

export type TestServer = Awaited<ReturnType<typeof startServer>>
