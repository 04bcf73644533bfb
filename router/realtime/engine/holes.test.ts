import { expect, test } from '@jest/globals'
import { Unauthenticated } from '../../../platform/errors.ts'
import { startHub, story } from '../testing/startHub.ts'
import { until } from '../../../platform/time/until.ts'

test('who has already what the log no longer tells is not told to read again because others are', async () => {
  const { newsroom, subscribe } = startHub()
  const room = newsroom.room('1')
  const behind = subscribe()
  await until(() => behind.subscription.state === 'live')
  for (const text of ['lost', 'lost too']) room.append(text)
  room.forgottenUpTo = 2
  newsroom.beforeOpening = () => {
    // For the hole, while which is read one more is lost.
    if (newsroom.opened.length === 3) room.append('kept')
  }
  const ahead = subscribe({ after: 2 })
  await until(() => behind.results.length === 1 && ahead.results.length === 1)
  expect([behind.revs, ahead.revs]).toEqual([[3], [3]])
  expect([behind, ahead].map(({ results }) => results[0]!.data!.news!['text'])).toEqual([undefined, 'kept'])
})

test('nobody is ended because their token was renewed while a hole was read with the old one', async () => {
  const { newsroom, subscribe, pubsub } = startHub()
  const prepared = newsroom.prepare(story)
  if ('errors' in prepared) throw prepared.errors[0]
  const { open } = prepared.live!
  let authorization = 'old'
  const sink = subscribe({}, { viewer: 'ada', authorization: () => authorization })
  await until(() => sink.subscription.state === 'live')
  prepared.live!.open = async (topic, limit, context) => {
    authorization = 'new'
    if (context.authorization === 'old') throw new Unauthenticated('The token has expired.')
    return open(topic, limit, context)
  }
  pubsub.breakConnection()
  newsroom.room('1').append('lost')
  pubsub.restoreConnection()
  await until(() => sink.results.length + sink.errors.length > 0)
  expect([sink.revs, sink.codes]).toEqual([[1], []])
})
