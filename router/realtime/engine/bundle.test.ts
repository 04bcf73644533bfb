import { expect, test } from '@jest/globals'
import { Unavailable } from '../../../platform/errors.ts'
import { deskOf, join, leave } from '../testing/digest.ts'
import { isLive, startDigest } from '../testing/startDigest.ts'
import { digest } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

test('one subscription gets the events of many topics, each once and in its topic’s order', async () => {
  const started = startDigest(['1', '2', '3'])
  const sink = started.follow()
  await until(() => isLive(started, 4))
  for (const text of ['a', 'b']) for (const room of ['1', '2', '3']) await started.newsroom.publish(room, room + text)
  await until(() => sink.results.length === 6)
  for (const room of ['1', '2', '3']) {
    expect(sink.texts.filter((text) => String(text).startsWith(room))).toEqual([`${room}a`, `${room}b`])
  }
})

test('a topic is resolved once for all bundles that it feeds, and for one that comes back behind them', async () => {
  const started = startDigest(['1'])
  join(started.newsroom, 'bob', '1')
  const sinks = [started.follow(), started.follow(undefined, 'bob')]
  await until(() => isLive(started, 4))
  await started.newsroom.publish('1', 'for both')
  await until(() => sinks.every(({ texts }) => texts.length === 1))
  expect(started.newsroom.resolved).toHaveLength(1)
})

test('it begins after the positions that it is given, and reads only the topics in which something was missed', async () => {
  const started = startDigest(['1', '2'])
  const { newsroom } = started
  for (const text of ['a', 'b', 'c']) newsroom.room('1').append(text)
  const sink = started.follow(['news:1@2', 'news:2@1', 'news:desk of ada@2'])
  await until(() => sink.results.length === 2)
  await until(() => isLive(started, 3))
  await newsroom.publish('1', 'd')
  await until(() => sink.results.length === 3)
  expect(sink.texts).toEqual(['b', 'c', 'd'])
  expect(newsroom.opened.map(({ room }) => room)).toEqual(['1'])
})

test('what is published while it is being opened is neither lost nor repeated', async () => {
  const started = startDigest(['1', '2'])
  const { newsroom } = started
  let opening = 0
  newsroom.beforeOpening = async () => {
    const nth = (opening += 1)
    await newsroom.publish('1', `before opening ${nth}`)
    await newsroom.publish('2', `also before ${nth}`)
  }
  const sink = started.follow(['news:1@1', 'news:2@1', 'news:desk of ada@2'])
  await until(() => isLive(started, 3))
  newsroom.beforeOpening = () => undefined
  await newsroom.publish('1', 'after')
  await until(() => sink.texts.includes('after'))
  const expected = newsroom.room('1').events.slice(1).length + newsroom.room('2').events.slice(1).length
  await until(() => sink.results.length === expected)
  expect(new Set(sink.texts).size).toBe(expected)
})

test('a topic that joins is followed from where the event says, one that leaves no more', async () => {
  const started = startDigest(['1'])
  const { newsroom, publish } = started
  const sink = started.follow()
  await until(() => isLive(started, 2))
  newsroom.room('2').append('from before')
  await publish(join(newsroom, 'ada', '2'))
  await until(() => sink.texts.includes('ada joins 2'))
  await newsroom.publish('2', 'in between')
  await until(() => sink.texts.includes('in between'))
  await publish(leave(newsroom, 'ada', '2'))
  await until(() => sink.texts.includes('you leave 2'))
  await newsroom.publish('2', 'not for Ada')
  await publish(join(newsroom, 'ada', '2'))
  await newsroom.publish('2', 'again')
  await until(() => sink.texts.includes('again'))
  expect(sink.texts).not.toContain('from before')
  expect(sink.texts).not.toContain('not for Ada')
  expect([sink.completed, sink.errors]).toEqual([0, []])
})

test('whichever of the two says first that a membership is over, nothing follows, and the others go on', async () => {
  for (const order of [0, 1]) {
    const started = startDigest(['1', '2'])
    const { newsroom, publish } = started
    const sink = started.follow()
    await until(() => isLive(started, 3))
    const told = leave(newsroom, 'ada', '1')
    await publish(order === 0 ? told : told.toReversed())
    await newsroom.publish('1', 'not for Ada')
    await newsroom.publish('2', 'for Ada')
    await until(() => sink.texts.includes('for Ada') && sink.texts.includes('you leave 1'))
    expect(sink.texts).not.toContain('not for Ada')
    expect(await started.count('subscriptions')).toBe(2)
  }
})

test('joins and leaves of the past have happened: its owner has named what is left', async () => {
  const started = startDigest(['1', '2'])
  const { newsroom } = started
  leave(newsroom, 'ada', '2')
  join(newsroom, 'ada', '3')
  leave(newsroom, 'ada', '3')
  const sink = started.follow(['news:desk of ada@0', 'news:1@0'])
  await until(() => sink.texts.includes('you leave 3'))
  await until(() => isLive(started, 2))
  expect(sink.texts.filter((text) => String(text).includes('you'))).toHaveLength(5)
  expect(sink.errors).toEqual([])
})

test('more topics than it may have end it with a code that brings its client back', async () => {
  const started = startDigest(['1', '2'], { topicsPerBundle: 3 })
  const sink = started.follow()
  await until(() => isLive(started, 3))
  await started.publish(join(started.newsroom, 'ada', '3'))
  await until(() => sink.codes.length > 0)
  expect(sink.codes).toEqual(['OVERLOADED'])
  await until(async () => (await started.count('subscriptions')) === 0)
})

test('an owner that is away, or a topic that cannot be read, ends it as a whole: a hole would stay unseen', async () => {
  const started = startDigest(['1', 'away'], { openTimeoutMs: 50 })
  const { newsroom } = started
  newsroom.room('away').append('missed')
  const sink = started.follow(['news:away@0'])
  await until(() => sink.codes.length > 0)
  expect(sink.codes).toEqual(['UNAVAILABLE'])
  newsroom.beforeOpening = () => {
    throw new Unavailable('The newsroom cannot be reached.')
  }
  const other = started.follow()
  await until(() => other.codes.length > 0)
  expect(other.codes).toEqual(['UNAVAILABLE'])
})

test('one that ends leaves no topic behind, also while it is being opened', async () => {
  const started = startDigest(['1', '2'])
  const { hub, newsroom } = started
  const live = started.follow()
  await until(() => isLive(started, 3))
  live.subscription.stop()
  newsroom.beforeOpening = () => void early.subscription.stop()
  const early = started.follow()
  await until(() => newsroom.bundlesOpened === 3)
  await until(() => hub.size === 0)
  expect(await started.count('groups')).toBe(0)
  expect(deskOf(newsroom, 'ada').events).toHaveLength(2)
})

test('a topic that its owner names twice is followed once, and left with the bundle', async () => {
  const started = startDigest(['1'])
  const { hub, newsroom } = started
  const desk = deskOf(newsroom, 'ada')
  newsroom.namesTwice = true
  const sink = started.follow([`${desk.topic}@0`])
  await until(() => isLive(started, 2))
  desk.append('to whom it concerns')
  await started.publish(desk.events.slice(-1))
  await until(() => sink.texts.includes('to whom it concerns'))
  expect(sink.texts).toEqual(['you join 1', 'to whom it concerns'])
  sink.subscription.stop()
  await until(() => hub.size === 0)
  expect(await started.count('subscriptions')).toBe(0)
})

test('a user has so many at the same time, however many topics each has; one that has ended makes room', async () => {
  const started = startDigest(['1'], { bundlesPerUser: 2 })
  const [first] = [started.follow(), started.follow()]
  expect(() => started.follow()).toThrow('at most 2')
  started.follow(undefined, 'bob')
  first.subscription.stop()
  first.subscription.stop()
  started.follow()
  expect(() => started.follow()).toThrow('at most 2')
})

test('of those who are not signed in, each address has so many: none stands in the way of another one', async () => {
  const { subscribe } = startDigest([], { bundlesPerUser: 1 })
  const follow = (address: string) => subscribe({}, { query: digest, address })
  follow('192.0.2.1')
  expect(() => follow('192.0.2.1')).toThrow('at most 1')
  expect(follow('192.0.2.2').errors).toEqual([])
})
