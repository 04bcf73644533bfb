import { afterEach, expect, test } from '@jest/globals'
import { counter, createLogger, createMetrics, startHealthServer, type Checks, type HealthServer } from './index.ts'

const logger = createLogger({ log: { level: 'silent', format: 'json' } })
let server: HealthServer | undefined

afterEach(() => server?.close())

async function serve(checks: Checks, metrics = createMetrics({ process: false })) {
  server = await startHealthServer({ port: 0, host: '127.0.0.1', checks, metrics, logger, timeoutMs: 50 })
  const { port } = server
  return async (path: string) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`)
    return { status: response.status, text: await response.text() }
  }
}

test('a process is ready when all its checks pass', async () => {
  const get = await serve({ database: async () => {} })
  const { status, text } = await get('/health/ready')
  expect([status, JSON.parse(text)]).toEqual([200, { ready: true, checks: { database: 'ok' } }])
})

test('a failing or hanging check makes it not ready, names itself, shows no reason, and leaves it live', async () => {
  const get = await serve({
    redis: () => Promise.reject(new Error('redis://:hunter2@host')),
    kafka: () => new Promise(() => {}),
    database: async () => {},
  })
  const { status, text } = await get('/health/ready')
  expect(status).toBe(503)
  expect(JSON.parse(text)).toEqual({ ready: false, checks: { redis: 'failed', kafka: 'failed', database: 'ok' } })
  expect((await get('/health/live')).status).toBe(200)
})

test('two processes in one test count apart, and one name is one metric', async () => {
  const [one, two] = [createMetrics(), createMetrics()]
  const sent = { name: 'parley_sent_total', help: 'Sent.' }
  counter(one, sent).inc()
  counter(one, sent).inc()
  counter(two, sent).inc()
  const get = await serve({}, one)
  const { text } = await get('/metrics')
  expect(text).toContain('parley_sent_total 2')
  expect(text).toContain('process_cpu_seconds_total')
})

test('anything else is not found', async () => {
  const get = await serve({})
  expect((await get('/')).status).toBe(404)
})
