/** A router over the auction's subgraphs on a free port, for the suites of this folder. */
import { MemoryPubSub } from '../../platform/events/memory/memoryPubSub.ts'
import { createLogger, createMetrics } from '../../platform/telemetry/index.ts'
import { startRouter, type RouterOptions } from '../index.ts'
import { composeAuction, openAuction, verifier } from '../supergraph/auction.example.ts'

const sdl = composeAuction()

export async function openRouter(options: Partial<RouterOptions> = {}) {
  const auction = openAuction()
  const lines: string[] = []
  const logger = createLogger({ log: { level: 'info', format: 'json' } }, { write: (line) => void lines.push(line) })
  const router = await startRouter({
    supergraph: sdl,
    subgraphs: auction.subgraphs,
    verifier,
    jwks: async () => ({ keys: [{ kid: 'k1' }] }),
    pubsub: new MemoryPubSub({ logger }),
    port: 0,
    host: '127.0.0.1',
    logger,
    metrics: createMetrics({ process: false }),
    drainMs: 1_000,
    ...options,
  })
  const base = `http://127.0.0.1:${router.port}`
  return {
    ...auction,
    router,
    base,
    lines,
    /** A POST of JSON. */
    ask: (body: unknown, headers: Record<string, string> = {}) =>
      fetch(`${base}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  }
}
