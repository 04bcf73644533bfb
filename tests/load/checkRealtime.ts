import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { Person } from '../harness/person.ts'
import type { Place } from '../harness/place.ts'
import { until } from '../../platform/time/until.ts'
import { Crowd } from './crowd.ts'
import { Killer, type Kill, type Killing } from './killer.ts'
import { keepRenewed } from './renewals.ts'

export interface LoadOptions {
  clients: number
  /** Each has the same number of clients. One of ten is removed in the course of the run. */
  members: number
  /** At least; more while something is still to be killed. */
  messages: number
  /** Between two messages; at each, a share of all sockets is cut. */
  everyMs: number
  cutShare: number
  /** Every member gets new tokens so often: before the old ones end. */
  renewEveryMs: number
  /** Once the last message is sent: how long nobody may get anything, before the others are taken to miss it. */
  settleMs: number
  /** Rounds of kills: in each, every victim dies once. */
  kills?: Killing & { rounds: number }
  /** Told how far it is. */
  tell?: (what: string) => void
}

export interface LoadResult {
  faults: string[]
  /** Messages sent. */
  sent: number
  deliveries: number
  cuts: number
  removals: number
  /** How often a connection ended, by how it did; 1006 are the sockets that were cut. */
  closes: Record<string, number>
  kills: Kill[]
}

/** Messages that half of the clients may be behind, before the next one is sent. */
const mostBehind = 10

/**
 * Lets many clients follow one conversation while connections are cut at random, members are removed, tokens expire and,
 * where asked to, processes and services are killed; and checks what each of them saw. The conversation's owner sends; each
 * member's tokens are renewed as an app does it. `doors`: routers; clients and senders move between them.
 */
export async function checkRealtime(doors: readonly Place[], options: LoadOptions): Promise<LoadResult> {
  const people = [await Person.guest(doors[0]!, 'Owner')]
  const over = new AbortController()
  for (let n = 0; n < options.members; n++) people.push(await Person.guest(doors[0]!, `Member ${n}`))
  void keepRenewed(people, doors, options.renewEveryMs, over.signal)
  const crowd = await Crowd.gather(people, doors, options.clients)
  try {
    await everybodyStands(crowd)
    options.tell?.(`${options.clients} clients follow`)
    const { sent, kills } = await disturb(crowd, options)
    const last = await crowd.position()
    options.tell?.(`all ${sent} messages are sent`)
    await settle(crowd, last, options.settleMs)
    // What should not come would come now.
    await wait(300)
    const { cuts, removed: removals, deliveries, closes } = crowd
    return { faults: crowd.faults(last), sent, deliveries, cuts, removals, closes, kills }
  } finally {
    over.abort()
    crowd.stop()
  }
}

/** All are connected, and have what was sent then: what disturbs them, disturbs what works. */
async function everybodyStands(crowd: Crowd): Promise<void> {
  await crowd.send('first', randomUUID())
  const first = await crowd.position()
  const haveIt = () => crowd.slowest >= first
  await until(haveIt, () => `${crowd.behind(first)} of ${crowd.size} clients have nothing yet`, 600_000)
}

/** Resolves when all have everything, or nobody has got anything for so long: who misses what, their records tell. */
async function settle(crowd: Crowd, last: number, quietMs: number): Promise<void> {
  let [deliveries, since] = [crowd.deliveries, Date.now()]
  while (crowd.behind(last) > 0 && Date.now() - since < quietMs) {
    await wait(100)
    if (crowd.deliveries > deliveries) [deliveries, since] = [crowd.deliveries, Date.now()]
  }
}

/** Sends all messages, while things are cut, removed and killed. */
async function disturb(crowd: Crowd, options: LoadOptions): Promise<{ sent: number; kills: Kill[] }> {
  let [sent, killing] = [0, options.kills !== undefined]
  const revAfter = await crowd.position()
  // Each message and each removal is one position; the one under way has begun before.
  const disturbed = { next: () => revAfter + sent + crowd.removed + 2, slowest: () => crowd.slowest }
  const recoveryMs = options.settleMs + (options.kills?.awayMs ?? 0)
  const killer = options.kills && new Killer(options.kills, disturbed, recoveryMs, options.tell)
  const killed = killer?.run(options.kills!.rounds).finally(() => (killing = false))
  // Awaited below; until then a failure must not end the process.
  killed?.catch(() => undefined)
  const isLeavingTime = () => (killer ? killer.kills.length > crowd.removed : sent > options.messages / 3)
  while (killing || sent < options.messages) {
    await crowd.send(`message ${sent}`, randomUUID())
    sent++
    crowd.cut(options.cutShare)
    if (isLeavingTime()) await crowd.removeOne()
    await wait(options.everyMs)
    // A machine that cannot keep up is given time, but not for ever: half of all may have lost their router.
    for (let waits = 0; waits < 20 && crowd.median < revAfter + sent - mostBehind; waits++) await wait(100)
  }
  await killed
  while (await crowd.removeOne());
  return { sent, kills: killer?.kills ?? [] }
}
