import { expect, test } from '@jest/globals'
import { deskOf, join, leave } from '../testing/digest.ts'
import { isLive, startDigest } from '../testing/startDigest.ts'
import { digest } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

test('of more topics than its owner names, those in which something happens are followed in place of quiet ones, each event once', async () => {
  const started = startDigest(['1', '2', '3'], { topicsPerBundle: 3, bundleLookMs: 20 })
  const { newsroom } = started
  newsroom.roomsInDigest = 2
  for (const room of ['1', '2']) newsroom.room(room).append('before')
  const sink = started.follow()
  await until(() => isLive(started, 3))
  for (const text of ['3a', '3b', '3c']) await newsroom.publish('3', text)
  // Read it again, says its owner, of a room that it has not named before.
  await until(() => sink.texts.includes(undefined))
  await newsroom.publish('3', '3d')
  await newsroom.publish('1', '1a')
  await until(() => sink.texts.includes('3d') && sink.texts.includes('1a'))
  // Whichever had made room goes on where it was.
  for (const text of ['2a', '2b', '2c', '2d', '2e']) await newsroom.publish('2', text)
  await until(() => sink.texts.includes('2e'))
  expect(sink.texts.filter((text) => String(text).startsWith('2'))).toEqual(['2a', '2b', '2c', '2d', '2e'])
  expect(sink.errors).toEqual([])
  expect(await started.count('subscriptions')).toBe(3)
})

test('a topic that its owner named first and then no more begins, when it is named again, where its owner says', async () => {
  const started = startDigest(['1', '2'], { bundleLookMs: 20 })
  const { newsroom } = started
  newsroom.roomsInDigest = 1
  newsroom.room('1').append('from before')
  newsroom.beforeOpening = () => {
    const { events } = newsroom.room('2')
    while (newsroom.bundlesOpened === 2 && events.length < 3) newsroom.room('2').append('more')
  }
  const sink = started.follow()
  await until(() => isLive(started, 2))
  for (const text of ['1a', '1b', '1c']) newsroom.room('1').append(text)
  await until(() => sink.texts.includes(undefined), 'it is to be read again')
  await newsroom.publish('1', '1d')
  await until(() => sink.texts.includes('1d'))
  expect(sink.texts).toEqual([undefined, '1d'])
})

test('an answer from before a topic was over does not bring it back', async () => {
  const started = startDigest(['1', '2'], { bundleLookMs: 20, sharedReadingMs: 60_000 })
  const { newsroom, publish } = started
  join(newsroom, 'bob', '1')
  newsroom.roomsInDigest = 1
  const prepared = newsroom.prepare(digest)
  if ('errors' in prepared) throw prepared.errors[0]
  const sink = started.follow(['news:1@2', 'news:2@1', 'news:desk of ada@2'])
  await until(() => isLive(started, 2))
  await newsroom.publish('1', 'once')
  await until(() => sink.texts.includes('once'))
  const { openBundle } = prepared.live!
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  let isHeld = false
  prepared.live!.openBundle = async (topic, context) => {
    const answer = await openBundle(topic, context)
    isHeld = true
    await held
    return answer
  }
  await until(() => isHeld)
  prepared.live!.openBundle = openBundle
  const [left, told] = leave(newsroom, 'ada', '1')
  await publish([left!])
  await until(() => sink.texts.includes('ada leaves 1'))
  await publish([told!])
  const bob = started.subscribe({ room: '1', after: 2 }, { viewer: 'bob' })
  await until(() => bob.results.length === 2, 'what came after is at hand')
  const { bundlesOpened } = newsroom
  release()
  await until(() => newsroom.bundlesOpened > bundlesOpened, 'its owner is asked again')
  expect(sink.texts).toEqual(['once', 'ada leaves 1', 'you leave 1'])
})

test('a page that was read before the topic was heard is none to begin with', async () => {
  const started = startDigest([], { sharedReadingMs: 60_000 })
  const { newsroom, publish, hub } = started
  const [ada, bob] = [started.follow(), started.follow(undefined, 'bob')]
  await until(async () => newsroom.bundlesOpened === 4 && (await isLive(started, 2)))
  const room = newsroom.room('1')
  room.members = new Set(['ada', 'bob'])
  const joined = room.append('both join')
  const [toAda, toBob] = ['ada', 'bob'].map((viewer) => {
    const follows = [{ topic: room.topic, after: joined.rev - 1 }]
    return deskOf(newsroom, viewer).append('you join', undefined, { follows })
  })
  await publish([toBob!])
  await until(() => bob.texts.includes('both join'))
  bob.subscription.stop()
  await until(() => hub.size === 1)
  await newsroom.publish('1', 'while nobody listens')
  await publish([toAda!])
  await until(() => ada.texts.length === 3)
  expect(ada.texts).toEqual(['you join', 'both join', 'while nobody listens'])
})
