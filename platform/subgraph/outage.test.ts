import { expect, test } from '@jest/globals'
import { createLogger } from '../telemetry/index.ts'
import { Outage } from './outage.ts'

test('a subgraph that does not answer is told of once in ten seconds, in a few words, and when it answers again', () => {
  const lines: { msg: string; reason?: string; failures: number }[] = []
  const logger = createLogger(
    { log: { level: 'info', format: 'json' } },
    { write: (line) => lines.push(JSON.parse(line)) },
  )
  let now = 5
  const outage = new Outage('http://products/graphql', logger, () => now)
  outage.succeeded()
  for (let n = 0; n < 1_000; n++) outage.failed(new Error('getaddrinfo ENOTFOUND products'))
  now += 10_000
  outage.failed(new AggregateError([new Error('connect ECONNREFUSED 127.0.0.1:9')]))
  outage.failed(new Error(''))
  outage.succeeded()
  outage.succeeded()
  expect(lines.map(({ msg, reason, failures }) => [msg, reason, failures])).toEqual([
    ['a subgraph did not answer', 'getaddrinfo ENOTFOUND products', 1],
    ['a subgraph did not answer', 'connect ECONNREFUSED 127.0.0.1:9', 1_000],
    ['a subgraph answers again', undefined, 1],
  ])
  expect(JSON.stringify(lines)).not.toContain('stack')
})
