import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'
import { fill, keyOf, registered } from './integrator.ts'

interface Line {
  type: 'message' | 'end' | 'error'
  cursor: string | null
  message?: { id: string; seq: number; text: string; createdAt: string }
  reason?: string
  code?: string
}

let system: TestSystem
let ada: Person
let bob: Person
let key: string
let conversationId: string
beforeAll(async () => {
  system = await TestSystem.start()
  ada = await registered(system, 'Ada')
  bob = await Person.guest(system, 'Bob')
  key = await keyOf(ada, ['MESSAGES_READ'])
  conversationId = await ada.startGroup('Exports', [bob])
  for (let n = 1; n <= 12; n++) await ada.send(conversationId, `message ${n}\nin two lines`)
})
afterAll(() => system.stop())

const address = (id = conversationId, query: Record<string, string> = {}) =>
  `${system.url}/export/conversations/${id}/messages?${new URLSearchParams(query)}`
const asking = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

async function lines(query: Record<string, string> = {}, token = key, id = conversationId): Promise<Line[]> {
  const response = await fetch(address(id, query), asking(token))
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${text}`)
  expect(text.endsWith('\n')).toBe(true)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}
const seqs = (some: Line[]) => some.flatMap(({ message }) => message?.seq ?? [])
const allSeqs = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

async function refused(url: string, token?: string, init: RequestInit = {}) {
  const response = await fetch(url, { ...(token ? asking(token) : {}), ...init })
  const body = (await response.json()) as { errors: { extensions: { code: string } }[] }
  return [response.status, body.errors[0]!.extensions.code]
}

/** The open streams, as the router counts them. */
async function open(): Promise<number> {
  const text = await (await fetch(`${system.url}/metrics`)).text()
  return Number(/^parley_router_pass_through_open\{prefix="\/export\/"\} (\d+)$/m.exec(text)?.[1] ?? 0)
}
const allClosed = () => until(async () => (await open()) === 0, 'an export stays open')

describe('an export', () => {
  test('has every message once, in order, and says that it is whole, for a key and for a session', async () => {
    for (const token of [key, ada.accessToken, bob.accessToken]) {
      const all = await lines({}, token)
      expect(seqs(all)).toEqual(allSeqs(1, 12))
      expect(all[0]!.message).toMatchObject({ text: 'message 1\nin two lines', conversationId, senderId: ada.id })
      expect(all.at(-1)).toEqual({ type: 'end', reason: 'complete', cursor: all.at(-2)!.cursor, lines: 12 })
    }
  })

  test('goes on after any line with exactly the rest, however it was cut', async () => {
    const all = await lines()
    for (const [n, { cursor }] of all.slice(0, -1).entries()) {
      expect(await lines({ after: cursor! })).toEqual([...all.slice(n + 1, -1), { ...all.at(-1), lines: 11 - n }])
    }
  })

  test('goes on later from its last cursor with what was sent since', async () => {
    const group = await ada.startGroup('Later')
    await ada.send(group, 'one')
    const { cursor } = (await lines({}, key, group)).at(-1)!
    expect(seqs(await lines({ after: cursor! }, key, group))).toEqual([])
    await ada.send(group, 'two')
    expect(seqs(await lines({ after: cursor! }, key, group))).toEqual([2])
  })

  test('of a period has what was sent in it, and a limit is told from the end', async () => {
    const all = await lines()
    const [from, to] = [all[3]!.message!.createdAt, all[8]!.message!.createdAt]
    const expected = all.filter(({ message }) => message && message.createdAt >= from && message.createdAt < to)
    expect(seqs(await lines({ from, to }))).toEqual(seqs(expected))
    const limited = await lines({ limit: '5' })
    expect(limited.at(-1)).toMatchObject({ type: 'end', reason: 'limit' })
    expect(seqs(await lines({ after: limited.at(-1)!.cursor! }))).toEqual(allSeqs(6, 12))
  })

  test('is compressed for whoever takes it so', async () => {
    const get = (encoding: string) =>
      fetch(address(), { headers: { ...asking(key).headers, 'accept-encoding': encoding } })
    const [plain, compressed] = [await get('identity'), await get('gzip')]
    expect(compressed.headers.get('content-encoding')).toBe('gzip')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(await compressed.text()).toBe(await plain.text())
  })

  test('is refused with a status and a code', async () => {
    const stranger = await registered(system, 'Eve')
    const [writer, elsewhere] = [await keyOf(ada, ['MESSAGES_WRITE']), '0190a6f0-0000-7000-8000-000000000000']
    expect(await refused(address())).toEqual([401, 'UNAUTHENTICATED'])
    expect(await refused(address(), 'pk_wrong')).toEqual([401, 'UNAUTHENTICATED'])
    expect(await refused(address(), writer)).toEqual([403, 'FORBIDDEN'])
    expect(await refused(address(), stranger.accessToken)).toEqual([403, 'FORBIDDEN'])
    expect(await refused(address(elsewhere), key)).toEqual([403, 'FORBIDDEN'])
    for (const wrong of [{ after: 'x' }, { from: '2026' }, { limit: '0' }, { limt: '5' }] as Record<string, string>[]) {
      expect(await refused(address(conversationId, wrong), key)).toEqual([400, 'INVALID_INPUT'])
    }
    expect(await refused(address(), key, { method: 'POST', body: '{}' })).toEqual([405, 'BAD_REQUEST'])
    expect(await refused(`${system.url}/export/other`, key)).toEqual([404, 'NOT_FOUND'])
  })
})

describe('a long export', () => {
  let long: string
  const count = 20_000
  beforeAll(async () => {
    long = await ada.startGroup('Long', [bob])
    await fill(system, long, ada, count)
  })

  const begin = async (token = key) => {
    const request = get(address(long), { ...asking(token), agent: false })
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    return { request, response }
  }

  /** No statement is sent any more. */
  const quiet = () =>
    until(async () => {
      const seen = system.statements
      await open()
      await open()
      return seen === system.statements
    }, 'statements are sent without end')

  test('is read no faster than it is taken, and hanging up frees everything', async () => {
    const before = system.statements
    const { request, response } = await begin()
    response.once('readable', () => response.read(1))
    await until(async () => (await open()) === 1, 'it has not begun')
    // What fits into the buffers on the way, and no more: 20,000 messages would take 160 statements.
    await quiet()
    expect(system.statements - before).toBeLessThan(100)
    request.destroy()
    await allClosed()
  })

  test('is whole for whoever takes all of it', async () => {
    const all = await lines({}, key, long)
    expect(seqs(all)).toEqual(allSeqs(1, count))
    expect(all.at(-1)).toMatchObject({ type: 'end', reason: 'complete' })
    await allClosed()
  })

  test('ends with a FORBIDDEN for a member who is removed meanwhile, who then gets no more', async () => {
    const { response } = await begin(bob.accessToken)
    await ada.remove(long, bob)
    let text = ''
    for await (const chunk of response.setEncoding('utf8')) text += chunk
    const last = JSON.parse(text.trimEnd().split('\n').at(-1)!) as Line
    expect(last).toMatchObject({ type: 'error', code: 'FORBIDDEN' })
    expect(text.split('\n').length).toBeLessThan(count)
    expect(await refused(address(long), bob.accessToken)).toEqual([403, 'FORBIDDEN'])
    await allClosed()
  })

  test('is one of four at a time for one user', async () => {
    const begun = await Promise.all([begin(), begin(), begin(), begin()])
    expect(begun.map(({ response }) => response.statusCode)).toEqual([200, 200, 200, 200])
    expect(await refused(address(long), key)).toEqual([429, 'RATE_LIMITED'])
    for (const { request } of begun) request.destroy()
    await allClosed()
  })
})
