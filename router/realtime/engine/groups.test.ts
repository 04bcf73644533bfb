import { expect, test } from '@jest/globals'
import { Answer } from '../../supergraph/index.ts'
import { readerStory, startHub, story } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

const people = (count: number) => Array.from({ length: count }, (_, index) => `user${index}`)

test('an event is resolved and serialized once for any number of subscribers', async () => {
  const { newsroom, subscribe, pubsub, count } = startHub()
  const spelledOtherwise = `subscription  Named($since: Int,   $room: ID!) {
    news(room: $room, after: $since) { rev, ... on Story { text } } }`
  const sinks = people(100).map((viewer) => subscribe({ room: '1' }, { viewer }))
  const again = people(100).map((viewer) => subscribe({ room: '1', after: 0 }, { viewer, query: story }))
  expect(await count('groups')).toBe(1)
  sinks.push(...again)
  await until(() => sinks.every(({ subscription }) => subscription.state === 'live'))
  for (const text of ['a', 'b', 'c']) await newsroom.publish('1', text)
  await until(() => sinks.every(({ results }) => results.length === 3))
  expect(newsroom.resolved.map(({ rev }) => rev)).toEqual([1, 2, 3])
  expect(pubsub.subscribed).toBe(1)
  subscribe({ room: '1', since: 0 }, { query: spelledOtherwise })
  expect(await count('topics')).toBe(1)
})

test('white space, the name and the resume argument make no difference; selection, variables and fragments do', async () => {
  const { subscribe, count } = startHub()
  const same = [
    'subscription A($room: ID!) { news(room: $room, after: 0) { rev } }',
    'subscription   B($room: ID!) { news(room: $room, after: 1) {rev,} }',
    'subscription ($room: ID!, $from: Int) { news(room: $room, after: $from) { rev } }',
  ]
  for (const query of same) subscribe({ room: '1', from: 0 }, { query })
  expect(await count('groups')).toBe(1)
  subscribe({ room: '1' }, { query: 'subscription($room: ID!) { mine: news(room: $room) { rev } }' })
  expect(await count('groups')).toBe(2)
  subscribe({ room: '1' }, { query: 'subscription($room: ID!) { news(room: $room) { __typename rev } }' })
  expect(await count('groups')).toBe(3)
})

test('what depends on the viewer is resolved for each viewer, once for all their sockets', async () => {
  const { newsroom, subscribe } = startHub()
  const sinks = ['ada', 'ada', 'bob'].map((viewer) => subscribe({}, { viewer, query: readerStory }))
  await until(() => sinks.every(({ subscription }) => subscription.state === 'live'))
  await newsroom.publish('1', 'a')
  await until(() => sinks.every(({ results }) => results.length === 1))
  expect(sinks.map(({ results }) => results[0]?.data?.news?.['reader'])).toEqual(['ada', 'ada', 'bob'])
  expect(newsroom.resolved.map(({ viewer }) => viewer).sort()).toEqual(['ada', 'bob'])
})

test('several events are resolved at the same time and delivered in order', async () => {
  const { newsroom, subscribe } = startHub({ resolveAhead: 4 })
  const release = new Map<number, () => void>()
  newsroom.beforeResolving = (rev) => new Promise((resolve) => release.set(rev, resolve))
  const sink = subscribe()
  await until(() => sink.subscription.state === 'live')
  for (const text of ['a', 'b', 'c', 'd', 'e']) await newsroom.publish('1', text)
  await until(() => release.size === 4)
  for (const rev of [4, 3, 2]) release.get(rev)!()
  await new Promise(setImmediate)
  expect(sink.revs).toEqual([])
  release.get(1)!()
  await until(() => release.size === 5)
  release.get(5)!()
  await until(() => sink.results.length === 5)
  expect(sink.revs).toEqual([1, 2, 3, 4, 5])
})

test('a group that falls behind its bound catches up from the log, without a gap or a repeat', async () => {
  const { newsroom, subscribe } = startHub({ resolveAhead: 1, pendingEvents: 10 })
  let held = true
  newsroom.beforeResolving = () => (held ? new Promise((resolve) => setTimeout(resolve, 20)) : undefined)
  const sinks = [subscribe(), subscribe()]
  await until(() => sinks.every(({ subscription }) => subscription.state === 'live'))
  for (let rev = 1; rev <= 50; rev++) await newsroom.publish('1', `${rev}`)
  held = false
  await until(() => sinks.every(({ results }) => results.length === 50))
  for (const { revs } of sinks) expect(revs).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  expect(newsroom.opened.length).toBeGreaterThan(2)
})

test('a resolution that fails is delivered as a result with errors, in its place', async () => {
  const { newsroom, subscribe } = startHub()
  newsroom.beforeResolving = (rev) => {
    if (rev === 2) throw new Error('a secret of ours')
  }
  const sink = subscribe()
  await until(() => sink.subscription.state === 'live')
  for (const text of ['a', 'b', 'c']) await newsroom.publish('1', text)
  await until(() => sink.results.length === 3)
  expect(sink.revs).toEqual([1, undefined, 3])
  expect(sink.results[1]).toMatchObject({ data: null, errors: [{ extensions: { code: 'INTERNAL' } }] })
  expect(JSON.stringify(sink.results)).not.toContain('secret')
})

test('a resolution that hangs holds others up no longer than its time, and empties no event: who waited for it comes back', async () => {
  const { newsroom, subscribe } = startHub({ resolveTimeoutMs: 50 })
  newsroom.beforeResolving = (rev) => (rev === 1 ? new Promise(() => undefined) : undefined)
  const sink = subscribe()
  await until(() => sink.subscription.state === 'live')
  for (const text of ['a', 'b']) await newsroom.publish('1', text)
  await until(() => sink.errors.length === 1)
  expect([sink.codes, sink.results]).toEqual([['UNAVAILABLE'], []])
  newsroom.beforeResolving = () => undefined
  const again = subscribe({ after: 0 })
  await until(() => again.results.length === 2)
  expect(again.revs).toEqual([1, 2])
})

test('where one credential is refused, another member of the group resolves', async () => {
  const { newsroom, subscribe } = startHub()
  const sinks = ['ada', 'bob'].map((viewer) => subscribe({}, { viewer }))
  await until(() => sinks.every(({ subscription }) => subscription.state === 'live'))
  const prepared = newsroom.prepare(story)
  if ('errors' in prepared) throw prepared.errors[0]
  const resolve = prepared.live!.resolveEvent
  prepared.live!.resolveEvent = async (payload, variables, context) => {
    if (context.viewer?.userId !== 'ada') return resolve(payload, variables, context)
    return new Answer('null', [{ message: 'No.', extensions: { code: 'FORBIDDEN' } }])
  }
  await newsroom.publish('1', 'a')
  await until(() => sinks.every(({ results }) => results.length === 1))
  for (const { results } of sinks) expect(results).toEqual([{ data: { news: { rev: 1, text: 'a' } } }])
})

test('a part of the graph that is away for a moment delays events, and empties none; one that stays away ends the subscription, which comes back', async () => {
  const { newsroom, subscribe } = startHub({ resolvePatienceMs: 2_000 })
  const sink = subscribe()
  await until(() => sink.subscription.state === 'live')
  const prepared = newsroom.prepare(story)
  if ('errors' in prepared) throw prepared.errors[0]
  const resolve = prepared.live!.resolveEvent
  const away = ['UNAVAILABLE', 'OVERLOADED', 'RATE_LIMITED', 'UNAVAILABLE']
  prepared.live!.resolveEvent = async (payload, variables, context) => {
    const code = payload['rev'] === 3 ? 'UNAVAILABLE' : away.shift()
    return code
      ? new Answer('null', [{ message: 'Away.', extensions: { code } }])
      : resolve(payload, variables, context)
  }
  for (const text of ['a', 'b', 'c']) await newsroom.publish('1', text)
  const late = subscribe({ after: 2 })
  await until(() => [sink, late].every(({ codes }) => codes.length > 0))
  expect(sink.results).toEqual([{ data: { news: { rev: 1, text: 'a' } } }, { data: { news: { rev: 2, text: 'b' } } }])
  expect([sink.codes, late.codes, late.results]).toEqual([['UNAVAILABLE'], ['UNAVAILABLE'], []])
  prepared.live!.resolveEvent = resolve
  const again = subscribe({ after: 2 })
  await until(() => again.results.length === 1)
  expect(again.results).toEqual([{ data: { news: { rev: 3, text: 'c' } } }])
})

test('what was being resolved with a token that ended, for a group that fell behind meanwhile, empties no event', async () => {
  const { newsroom, subscribe } = startHub({ resolveAhead: 1, pendingEvents: 2 })
  const prepared = newsroom.prepare(story)
  if ('errors' in prepared) throw prepared.errors[0]
  const { resolveEvent } = prepared.live!
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  prepared.live!.resolveEvent = async (payload, variables, context) => {
    if (context.authorization !== 'old') return resolveEvent(payload, variables, context)
    await held
    return new Answer('null', [{ message: 'The token has expired.', extensions: { code: 'UNAUTHENTICATED' } }])
  }
  let authorization = 'old'
  const sink = subscribe({}, { viewer: 'ada', authorization: () => authorization })
  await until(() => sink.subscription.state === 'live')
  for (const text of ['a', 'b', 'c']) await newsroom.publish('1', text)
  await until(() => newsroom.opened.length === 2, 'it reads the log')
  authorization = 'new'
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate) // it waits for what is being resolved
  release()
  await until(() => sink.results.length === 3 || sink.errors.length > 0)
  expect([sink.revs, sink.codes]).toEqual([[1, 2, 3], []])
})
