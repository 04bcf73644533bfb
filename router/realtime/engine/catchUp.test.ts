import { expect, test } from '@jest/globals'
import { Unavailable } from '../../../platform/errors.ts'
import { digest, startHub } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

test('without `after` a subscription begins with what comes next', async () => {
  const { newsroom, subscribe } = startHub()
  newsroom.room('1').append('old')
  const sink = subscribe()
  await until(() => sink.subscription.state === 'live')
  await newsroom.publish('1', 'new')
  await until(() => sink.results.length === 1)
  expect(sink.results).toEqual([{ data: { news: { rev: 2, text: 'new' } } }])
})

test('with `after`, page by page, everything after it', async () => {
  const { newsroom, subscribe } = startHub({ pageSize: 10 })
  for (const rev of range(1, 95)) newsroom.room('1').append(`story ${rev}`)
  const sink = subscribe({ after: 5 })
  await until(() => sink.subscription.state === 'live')
  expect(sink.revs).toEqual(range(6, 95))
  expect(newsroom.opened.map(({ after }) => after)).toEqual([5, 15, 25, 35, 45, 55, 65, 75, 85])
})

test('the stream is heard before the log is read: what happens in between is in both, not in neither', async () => {
  const { newsroom, pubsub, subscribe } = startHub()
  let hear = () => {}
  const held = new Promise<void>((resolve) => (hear = resolve))
  pubsub.beforeSubscribing = () => held
  const sink = subscribe({ after: 0 })
  await newsroom.publish('1', 'before anybody listens')
  await new Promise(setImmediate)
  expect(newsroom.opened).toEqual([])
  newsroom.beforeOpening = async () => void (await newsroom.publish('1', 'while the log is read'))
  hear()
  await until(() => sink.results.length === 2)
  expect(sink.revs).toEqual([1, 2])
})

test('past and stream join without a gap or a repeat while events flow', async () => {
  const { newsroom, subscribe } = startHub({ pageSize: 7, recentEvents: 5 })
  let flows = true
  const flow = (async () => {
    for (let count = 0; flows && count < 5_000; count++) {
      await newsroom.publish('1', `story ${count}`)
      if (count % 3 === 0) await new Promise(setImmediate)
    }
  })()
  const sinks: { after: number; sink: ReturnType<typeof subscribe> }[] = []
  for (let count = 0; count < 40; count++) {
    const after = Math.floor((newsroom.room('1').events.length * count) / 40)
    sinks.push({ after, sink: subscribe({ after }) })
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  try {
    await until(() => sinks.every(({ sink }) => sink.subscription.state === 'live'), 'all are live')
  } finally {
    flows = false
  }
  await flow
  const last = newsroom.room('1').events.length
  await until(() => sinks.every(({ sink }) => sink.revs.at(-1) === last), 'all have the last')
  for (const { after, sink } of sinks) expect(sink.revs).toEqual(range(after + 1, last))
})

test('subscribers who catch up at the same time share the resolutions', async () => {
  const { newsroom, subscribe } = startHub()
  for (const rev of range(1, 50)) newsroom.room('1').append(`story ${rev}`)
  const sinks = range(1, 200).map(() => subscribe({ after: 0 }))
  await until(() => sinks.every(({ subscription }) => subscription.state === 'live'))
  for (const { revs } of sinks) expect(revs).toEqual(range(1, 50))
  expect(newsroom.resolved).toHaveLength(50)
})

test('a slow reader slows its own past down, and nobody else', async () => {
  const { newsroom, subscribe } = startHub()
  for (const rev of range(1, 20)) newsroom.room('1').append(`story ${rev}`)
  let goOn = () => {}
  const pause = new Promise<void>((resolve) => (goOn = resolve))
  const slow = subscribe({ after: 0 })
  slow.pace = () => (slow.results.length === 3 ? pause : undefined)
  const quick = subscribe({ after: 0 })
  await until(() => quick.subscription.state === 'live')
  await newsroom.publish('1', 'new')
  await until(() => quick.results.length === 21)
  expect(slow.revs).toEqual([1, 2, 3])
  goOn()
  await until(() => slow.results.length === 21)
  expect(slow.revs).toEqual(range(1, 21))
})

test('whom the owner refuses gets its refusal, and nothing is left behind', async () => {
  const { newsroom, subscribe, hub, pubsub } = startHub()
  newsroom.room('1').members = new Set(['ada'])
  const bob = subscribe({}, { viewer: 'bob' })
  const nobody = subscribe()
  const ahead = subscribe({ room: '2', after: 7 })
  await until(() => bob.errors.length + nobody.errors.length + ahead.errors.length === 3)
  expect([bob, nobody, ahead].flatMap(({ codes }) => codes)).toEqual(['FORBIDDEN', 'UNAUTHENTICATED', 'INVALID_INPUT'])
  await until(() => hub.size === 0 && pubsub.listeners === 0)
})

test('an owner that is away for a moment ends no subscription; one that stays away does, and says so', async () => {
  const { newsroom, subscribe } = startHub()
  let failures = 2
  newsroom.beforeOpening = () => {
    if (failures-- > 0) throw new Unavailable('Away for a moment.')
  }
  const patient = subscribe()
  await until(() => patient.subscription.state === 'live')
  expect(newsroom.opened).toHaveLength(3)
  const away = subscribe({ room: 'away' })
  await until(() => away.errors.length === 1)
  expect(away.codes).toEqual(['UNAVAILABLE'])
  expect(newsroom.opened.filter(({ room }) => room === 'away')).toHaveLength(3)
})

test('an answer that is no opening is an error, not a broken stream', async () => {
  const { newsroom, subscribe } = startHub()
  newsroom.room('1').open = () => ({ rev: 2, events: [{ rev: 2 }, { rev: 1 }] as never, more: false })
  const sink = subscribe({ after: 0 })
  await until(() => sink.errors.length === 1)
  expect(sink.codes).toEqual(['UNAVAILABLE'])
  expect(sink.results).toEqual([])
})

test('openings beyond the bound are shed with OVERLOADED and when to come back', async () => {
  const { newsroom, subscribe } = startHub({ openings: 1, openingsWaiting: 2 })
  let open = () => {}
  const held = new Promise<void>((resolve) => (open = resolve))
  newsroom.beforeOpening = () => held
  const sinks = range(1, 5).map((room) => subscribe({ room: `${room}` }))
  await until(() => sinks.filter(({ errors }) => errors.length > 0).length === 2)
  open()
  await until(() => sinks.filter(({ subscription }) => subscription.state === 'live').length === 3)
  const shed = sinks.flatMap(({ errors }) => errors).map(({ extensions }) => extensions)
  expect(shed).toEqual(Array(2).fill({ code: 'OVERLOADED', retriable: true, retryAfterMs: 2_000 }))
})

test('who waits too long for an opening is shed like those beyond the bound, and the one that hangs holds up nobody else', async () => {
  const { newsroom, subscribe, count } = startHub({ openings: 1, openingsWaitMs: 20 })
  let open = () => {}
  const held = new Promise<void>((resolve) => (open = resolve))
  newsroom.beforeOpening = () => held
  const slow = subscribe({ room: 'slow' })
  await until(() => newsroom.opened.length === 1)
  const shed = range(1, 3).map((room) => subscribe({ room: `${room}` }))
  await until(() => shed.every(({ errors }) => errors.length === 1))
  for (const { errors } of shed)
    expect(errors[0]!.extensions).toEqual({ code: 'OVERLOADED', retriable: true, retryAfterMs: 2_000 })
  expect(await count('openings_waiting')).toBe(0)
  open()
  await until(() => slow.subscription.state === 'live')
  const back = subscribe({ room: '1' })
  await until(() => back.subscription.state === 'live')
  expect(newsroom.opened.map(({ room }) => room)).toEqual(['slow', '1'])
})

test('nothing is read for those who have left while they waited for their turn', async () => {
  const { newsroom, subscribe } = startHub({ openings: 1 })
  let open = () => {}
  const held = new Promise<void>((resolve) => (open = resolve))
  newsroom.beforeOpening = () => held
  const first = subscribe({ room: 'first' })
  await until(() => newsroom.opened.length === 1)
  const gone = range(1, 3).flatMap((room) => [subscribe({ room: `${room}` }), subscribe({ room: `${room}`, after: 0 })])
  gone.push(subscribe({}, { query: digest, viewer: 'ada' }) as (typeof gone)[number])
  const last = subscribe({ room: 'last' })
  for (const { subscription } of gone) subscription.stop()
  open()
  await until(() => [first, last].every(({ subscription }) => subscription.state === 'live'))
  expect(newsroom.opened.map(({ room }) => room)).toEqual(['first', 'last'])
  expect(newsroom.bundlesOpened).toBe(0)
})

test('what several wait for is read while one of them is there, also where the one that asked first has left', async () => {
  const { newsroom, subscribe } = startHub({ openings: 1 })
  for (const rev of range(1, 3)) newsroom.room('1').append(`story ${rev}`)
  let open = () => {}
  const held = new Promise<void>((resolve) => (open = resolve))
  newsroom.beforeOpening = () => held
  subscribe({ room: 'first' })
  await until(() => newsroom.opened.length === 1)
  const [gone, there] = ['ada', 'bob'].map((viewer) => subscribe({ after: 0 }, { viewer }))
  gone!.subscription.stop()
  open()
  await until(() => there!.subscription.state === 'live')
  expect(there!.revs).toEqual([1, 2, 3])
  expect(there!.errors).toEqual([])
})
