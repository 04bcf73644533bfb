import { setTimeout as wait } from 'node:timers/promises'
import { Person } from '../harness/person.ts'
import type { Place } from '../harness/place.ts'
import { until } from '../harness/until.ts'
import { LoadClient } from './client.ts'
import { faultsOf } from './faultsOf.ts'

export interface LoadOptions {
  clients: number
  /** Each has the same number of clients. One of ten is removed in the course of the run. */
  members: number
  messages: number
  /** Between two messages; at each, a share of all sockets is cut. */
  everyMs: number
  cutShare: number
  /** How long all may take to have everything, once the last message is sent. */
  settleMs: number
}

export interface LoadResult {
  faults: string[]
  deliveries: number
  cuts: number
  /** How often a socket was closed, by code; 1006 are the cuts. */
  closes: Record<number, number>
}

/**
 * Lets many clients follow one conversation while sockets are cut at random, members are removed and tokens expire, and
 * checks what each of them saw. The conversation's owner sends; each member's tokens are renewed as an app does it.
 */
export async function checkRealtime(place: Place, options: LoadOptions): Promise<LoadResult> {
  const owner = await Person.guest(place, 'Owner')
  const members: Person[] = []
  for (let n = 0; n < options.members; n++) members.push(await Person.guest(place, `Member ${n}`))
  const id = await owner.startGroup('Load', members)
  const after = await revOf(owner, id)
  const url = place.url.replace('http', 'ws') + '/graphql'
  const clients = Array.from({ length: options.clients }, (_, n) => {
    const member = members[n % members.length]!
    return {
      member,
      client: new LoadClient(`client ${n}`, after, { url, token: () => member.accessToken, conversationId: id }),
    }
  })
  const renewing = new AbortController()
  void keepRenewed([owner, ...members], renewing.signal)
  let cuts = 0
  const removed = new Set<string>()
  try {
    const toRemove = members.filter((_, n) => n % 10 === 9)
    for (let n = 0; n < options.messages; n++) {
      await owner.send(id, `message ${n}`)
      for (const { client } of clients) {
        if (Math.random() >= options.cutShare) continue
        client.cut()
        cuts++
      }
      const leaver = n >= options.messages / 3 ? toRemove.pop() : undefined
      if (leaver) {
        await owner.remove(id, leaver)
        removed.add(leaver.id)
      }
      await wait(options.everyMs)
    }
    const last = await revOf(owner, id)
    const isDone = ({ member, client }: (typeof clients)[number]) =>
      client.record.errors.length > 0 || (removed.has(member.id) ? client.record.completed : client.at >= last)
    const behind = () => `${clients.filter((one) => !isDone(one)).length} clients do not have everything`
    // Those who have not are found below, each by its name.
    await until(() => clients.every(isDone), options.settleMs, behind).catch(() => undefined)
    // What should not come would come now.
    await wait(300)
    const faults = clients.flatMap(({ member, client }) =>
      faultsOf(client.record, last, removed.has(member.id) ? member.id : undefined),
    )
    return {
      faults,
      cuts,
      deliveries: sum(clients.map(({ client }) => client.record.seen.length)),
      closes: closesOf(clients),
    }
  } finally {
    renewing.abort()
    for (const { client } of clients) client.stop()
  }
}

async function revOf(person: Person, id: string): Promise<number> {
  const { conversation } = await person.get('query ($id: ID!) { conversation(id: $id) { rev } }', { id })
  return conversation.rev
}

/** New tokens for all, long before the old ones end; one renewal of a session at a time. */
async function keepRenewed(people: readonly Person[], signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await Promise.all(people.map((person) => renew(person).catch(() => undefined)))
    await wait(500)
  }
}

async function renew(person: Person): Promise<void> {
  const mutation = `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { session { accessToken refreshToken } } }`
  const { data } = await person.place.graphql(mutation, { input: { refreshToken: person.refreshToken } })
  const { refreshSession } = (data ?? {}) as {
    refreshSession?: { session: { accessToken: string; refreshToken: string } }
  }
  if (refreshSession) Object.assign(person, refreshSession.session)
}

function closesOf(clients: readonly { client: LoadClient }[]): Record<number, number> {
  const closes: Record<number, number> = {}
  for (const { client } of clients) {
    for (const [code, count] of client.closes) closes[code] = (closes[code] ?? 0) + count
  }
  return closes
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
