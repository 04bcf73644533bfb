import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { takePorts } from '../../docker/services/ports.ts'
import { ParleyProcess } from '../harness/parleyProcess.ts'
import { Person } from '../harness/person.ts'
import { Place } from '../harness/place.ts'
import { PushReceiver } from '../harness/pushReceiver.ts'
import { freshPlace } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'
import { kinds, page, say, withBrowser } from '../notifications/given.ts'

let process: ParleyProcess
let receiver: PushReceiver
let remove: () => Promise<void>
beforeAll(async () => {
  const fresh = await freshPlace()
  remove = fresh.remove
  receiver = await PushReceiver.start()
  const environment = { PARLEY_LOG_LEVEL: 'warn' as const, PARLEY_PUSH_ENDPOINTS: 'any' as const, ...fresh.environment }
  const [port] = await takePorts(1)
  process = new ParleyProcess('all', port!, environment)
  await process.start()
})
afterAll(async () => {
  await process.kill()
  await receiver.close()
  await remove()
})

test('kill -9 while everyone is being told, and push messages are on their way, tells each of everything once', async () => {
  const place = new Place(process.url)
  const ada = await Person.guest(place, 'Ada')
  const others = await Promise.all(Array.from({ length: 30 }, (_, n) => Person.guest(place, `Guest ${n}`)))
  const group = await ada.startGroup('Crash', others)
  const pushed = await Promise.all(
    others.slice(0, 3).map(async (one) => [one, await withBrowser(one, receiver)] as const),
  )
  const rounds = 12
  // The push service cannot take the first ones, so some wait when the process dies.
  receiver.replies.push(...Array.from({ length: 6 }, () => ({ status: 503 })))
  for (let n = 0; n < rounds; n++) {
    await say(ada, group, `all ${n}`, { mentionsEveryone: true, mentions: [others[n]!.id] })
  }
  // Acknowledged: from here on nothing is lost, however far the worker has come.
  await process.kill()
  await process.start()
  for (const other of others) {
    await until(
      async () => (await page(other)).told.length >= rounds + 1,
      () => `${other.name} was not told of everything\n${process.output}`,
    )
  }
  for (const [n, other] of others.entries()) {
    const { told, unreadCount, rev } = await page(other)
    expect([unreadCount, rev]).toEqual([rounds + 1, rounds + 1])
    const seqs = told.flatMap(({ messageSeq }) => messageSeq ?? [])
    expect(seqs.toSorted((a, b) => a - b)).toEqual(Array.from({ length: rounds }, (_, index) => index + 1))
    expect(kinds(told).filter((kind) => kind === 'MENTION')).toHaveLength(n < rounds ? 1 : 0)
  }
  for (const [one, browser] of pushed) {
    const came = () => new Set(receiver.of(browser).flatMap(({ message }) => message['messageSeq'] ?? []))
    await until(
      () => came().size === rounds,
      () => `${one.name} got ${came().size} of ${rounds} push messages`,
    )
  }
  expect(receiver.refused).toEqual([])
})
