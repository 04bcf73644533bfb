import { expect, test } from '@jest/globals'
import { startHub } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

test('who is removed gets the event that says so, then the end, and nothing after it', async () => {
  const { newsroom, subscribe } = startHub()
  const room = newsroom.room('1')
  room.members = new Set(['ada', 'bob'])
  const [ada, bob] = ['ada', 'bob'].map((viewer) => subscribe({}, { viewer })) as [
    ReturnType<typeof subscribe>,
    ReturnType<typeof subscribe>,
  ]
  await until(() => [ada, bob].every(({ subscription }) => subscription.state === 'live'))
  let release = () => {}
  newsroom.beforeResolving = () => new Promise((resolve) => (release = resolve))
  await newsroom.publish('1', 'last words')
  await until(() => newsroom.resolved.length === 1)
  const first = release
  room.members.delete('bob')
  newsroom.beforeResolving = () => undefined
  await newsroom.publish('1', 'bob is out', ['bob'])
  await newsroom.publish('1', 'about bob')
  first()
  await until(() => ada.results.length === 3)
  expect(bob.revs).toEqual([1, 2])
  expect([bob.completed, bob.errors, ada.completed]).toEqual([1, [], 0])
})

test('all subscriptions of the removed viewer to the topic end, and those to other topics stay', async () => {
  const { newsroom, subscribe } = startHub()
  const sinks = [{}, { after: 0 }, { room: '2' }].map((variables) => subscribe(variables, { viewer: 'bob' }))
  await until(() => sinks.every(({ subscription }) => subscription.state === 'live'))
  await newsroom.publish('1', 'bob is out', ['bob'])
  await until(() => sinks[0]!.completed + sinks[1]!.completed === 2)
  await newsroom.publish('2', 'elsewhere')
  await until(() => sinks[2]!.results.length === 1)
  expect(sinks[2]!.completed).toBe(0)
})

test('a removal met while catching up ends the subscription where the owner now refuses', async () => {
  const { newsroom, subscribe } = startHub()
  const room = newsroom.room('1')
  room.members = new Set(['ada', 'bob'])
  room.append('before')
  newsroom.beforeResolving = (rev) => {
    // Removed while the first event is being resolved.
    if (rev === 1) room.members!.delete('bob')
  }
  room.append('bob is out', ['bob'])
  room.append('about bob')
  const bob = subscribe({ after: 0 }, { viewer: 'bob' })
  await until(() => bob.completed === 1)
  expect([bob.revs, bob.errors]).toEqual([[1, 2], []])
})

test('a removal in the past of someone who has come back since is history like any other', async () => {
  const { newsroom, subscribe } = startHub()
  const room = newsroom.room('1')
  room.members = new Set(['bob'])
  room.append('bob is out', ['bob'])
  room.append('bob is back')
  const bob = subscribe({ after: 0 }, { viewer: 'bob' })
  await until(() => bob.subscription.state === 'live')
  await newsroom.publish('1', 'welcome')
  await until(() => bob.results.length === 3)
  expect([bob.revs, bob.completed]).toEqual([[1, 2, 3], 0])
})

test('a removal that the log no longer tells, since it goes on after it, ends the subscription of who was removed', async () => {
  const { newsroom, subscribe, pubsub } = startHub()
  const room = newsroom.room('1')
  room.members = new Set(['ada', 'bob', 'eve'])
  room.append('story')
  const [bob, ada] = [subscribe({}, { viewer: 'bob' }), subscribe({}, { viewer: 'ada' })]
  await until(() => [ada, bob].every(({ subscription }) => subscription.state === 'live'))
  let goOn = () => {}
  const pause = new Promise<void>((resolve) => (goOn = resolve))
  const eve = subscribe({ after: 0 }, { viewer: 'eve' })
  eve.pace = () => pause
  await until(() => eve.results.length === 1)
  pubsub.breakConnection()
  for (const viewer of ['ada', 'eve']) {
    room.members.delete(viewer)
    room.append(`${viewer} is out`, [viewer])
  }
  room.forgottenUpTo = 3
  pubsub.restoreConnection()
  await until(() => bob.results.length === 1)
  goOn()
  await until(() => ada.errors.length + eve.errors.length === 2)
  await newsroom.publish('1', 'about them')
  await until(() => bob.results.length === 2)
  expect([bob.revs, ada.revs, eve.revs]).toEqual([[3, 4], [], [1]])
  expect([...ada.codes, ...eve.codes]).toEqual(['FORBIDDEN', 'FORBIDDEN'])
})
