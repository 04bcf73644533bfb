/** Sends the requests of one operation from a process of its own, and checks that each answer is the first one's. */
import { setTimeout as wait } from 'node:timers/promises'
import { Pool } from 'undici'
import { summarize, type Times } from '../statistics.ts'
import type { Request } from './operations.ts'

export interface Target {
  url: string
  authorization: string | undefined
}

export type LoadCommand = Target & { request: Request } & (
    | { do: 'first' }
    /** So many at a time, one after the other, for so long. */
    | { do: 'closed'; atOnce: number; milliseconds: number }
    /** The same until there were so many. */
    | { do: 'warm'; atOnce: number; milliseconds: number; count: number }
    /** So many a second, whether answers come or not. */
    | { do: 'offered'; perSecond: number; milliseconds: number }
    | { do: 'each'; requests: Request[] }
  )

/** What came of it. `first`: the text of an answer. */
export interface LoadReport {
  count: number
  times: Times
  first: string
}

const pools = new Map<string, Pool>()
const firsts = new Map<string, string>()
process.once('disconnect', () => process.exit())
process.on('message', async (command: LoadCommand) => process.send!(await obey(command)))
process.send!({})

async function obey(command: LoadCommand): Promise<LoadReport> {
  const { request } = command
  const times: number[] = []
  const send = async (one: Request, check: boolean): Promise<void> => {
    const start = performance.now()
    const text = await post(command, one)
    times.push(performance.now() - start)
    if (check) compare(command.url + one.query, text)
  }
  if (command.do === 'first') await send(request, true)
  else if (command.do === 'each') for (const one of command.requests) await send(one, false)
  else if (command.do === 'closed' || command.do === 'warm') {
    const most = command.do === 'warm' ? command.count : Infinity
    await repeat(
      command.atOnce,
      command,
      () => send(request, true),
      () => times.length < most,
    )
  } else await offer(command.perSecond, command.milliseconds, () => send(request, true))
  return { count: times.length, times: summarize(times), first: firsts.get(command.url + request.query) ?? '' }
}

async function repeat(
  atOnce: number,
  { milliseconds }: { milliseconds: number },
  send: () => Promise<void>,
  isOn: () => boolean,
): Promise<void> {
  const end = performance.now() + milliseconds
  const one = async () => {
    while (isOn() && performance.now() < end) await send()
  }
  await Promise.all(Array.from({ length: atOnce }, one))
}

async function offer(perSecond: number, milliseconds: number, send: () => Promise<void>): Promise<void> {
  const start = performance.now()
  const sent: Promise<void>[] = []
  for (let passed = 0; passed < milliseconds; passed = performance.now() - start) {
    while (sent.length < (passed / 1000) * perSecond) sent.push(send())
    await wait(1)
  }
  await Promise.all(sent)
}

async function post({ url, authorization }: Target, { query, variables }: Request): Promise<string> {
  const { origin, pathname } = new URL(url)
  let pool = pools.get(origin)
  if (!pool) pools.set(origin, (pool = new Pool(origin, { connections: 64 })))
  const { statusCode, body } = await pool.request({
    method: 'POST',
    path: pathname,
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      ...(authorization ? { authorization } : {}),
    },
    body: JSON.stringify({ query, variables }),
  })
  const text = await body.text()
  if (statusCode !== 200 || text.includes('"errors"')) throw new Error(`${url}: ${statusCode} ${text.slice(0, 500)}`)
  return text
}

function compare(key: string, text: string): void {
  const first = firsts.get(key)
  if (first === undefined) firsts.set(key, text)
  else if (first !== text) throw new Error(`An answer differs from the first: ${text.slice(0, 300)}`)
}
