import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { fill, keyOf, registered } from './integrator.ts'

interface Line {
  type: string
  cursor: string
  conversation?: { id: string; title: string | null; state: string; draft: string | null }
  message?: { text: string; conversationId: string; senderId: string }
  scheduledMessage?: object
  reason?: string
}

let system: TestSystem
let ada: Person
let bob: Person
const groups: string[] = []
beforeAll(async () => {
  system = await TestSystem.start()
  ada = await registered(system, 'Ada')
  bob = await Person.guest(system, 'Bob')
  for (const title of ['One', 'Two', 'Three']) groups.push(await bob.startGroup(title, [ada]))
  for (const id of groups) for (const text of ['a', 'b', 'c']) await ada.send(id, text)
  await bob.send(groups[0]!, 'not hers')
  await bob.remove(groups[2]!, ada)
  await bob.get('mutation ($input: RenameConversationInput!) { renameConversation(input: $input) { __typename } }', {
    input: { conversationId: groups[2], title: 'Not for Ada' },
  })
  await ada.get('mutation ($input: SaveDraftInput!) { saveDraft(input: $input) { __typename } }', {
    input: { conversationId: groups[1], text: 'begun' },
  })
})
afterAll(() => system.stop())

const asking = (query: Record<string, string>, token: string) =>
  fetch(`${system.url}/export/me?${new URLSearchParams(query)}`, { headers: { authorization: `Bearer ${token}` } })

async function lines(query: Record<string, string> = {}, token = ada.accessToken): Promise<Line[]> {
  const response = await asking(query, token)
  const text = await response.text()
  if (!response.ok) throw new Error(`${response.status} ${text}`)
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)
}

test('has every conversation as its user keeps it, and all that they wrote, also where they are no member any more', async () => {
  const all = await lines()
  const conversations = all.flatMap(({ conversation }) => conversation ?? [])
  expect(conversations).toHaveLength(3)
  expect(conversations.find(({ id }) => id === groups[1])).toMatchObject({
    title: 'Two',
    state: 'ACTIVE',
    draft: 'begun',
  })
  expect(conversations.find(({ id }) => id === groups[2])).toMatchObject({ title: null, state: 'REMOVED' })
  const messages = all.flatMap(({ message }) => message ?? [])
  expect(new Set(messages.map(({ senderId }) => senderId))).toEqual(new Set([ada.id]))
  for (const id of groups) {
    const own = messages.filter(({ conversationId }) => conversationId === id)
    expect(own.map(({ text }) => text).sort()).toEqual(['a', 'b', 'c'])
  }
  expect(all.at(-1)).toMatchObject({ type: 'end', reason: 'complete', lines: 12 })
})

test('begins with what waits to be sent', async () => {
  const dora = await registered(system, 'Dora')
  const place = await dora.startGroup('Later')
  const sendAt = new Date(Date.now() + 3_600_000).toISOString()
  await dora.get('mutation ($input: ScheduleMessageInput!) { scheduleMessage(input: $input) { __typename } }', {
    input: { conversationId: place, clientMessageId: 'l1', text: 'later', sendAt, expireAfterSeconds: 60 },
  })
  const [first, second] = await lines({}, dora.accessToken)
  expect(first).toMatchObject({
    type: 'scheduledMessage',
    scheduledMessage: {
      ...{ conversationId: place, clientMessageId: 'l1', text: 'later', sendAt, failure: null },
      ...{ attachments: [], replyToId: null, mentionedUserIds: [], expireAfterSeconds: 60 },
    },
  })
  expect(second).toMatchObject({ type: 'conversation', conversation: { id: place } })
  expect((await lines({ after: first!.cursor }, dora.accessToken))[0]).toEqual(second)
})

test('goes on after any line with exactly the rest, and in parts of any size has each line once', async () => {
  const all = (await lines()).slice(0, -1)
  for (const [n, { cursor }] of all.entries())
    expect((await lines({ after: cursor })).slice(0, -1)).toEqual(all.slice(n + 1))
  for (const limit of [1, 2, 5]) {
    const parts: Line[] = []
    for (let after = ''; ;) {
      const part = await lines({ limit: String(limit), ...(after && { after }) })
      parts.push(...part.slice(0, -1))
      if (part.at(-1)!.reason === 'complete') break
      expect(part).toHaveLength(limit + 1)
      after = part.at(-1)!.cursor
    }
    expect(parts).toEqual(all)
  }
})

test('of long conversations it is whole, and costs no more statements than its pages', async () => {
  const carl = await registered(system, 'Carl')
  const long = await carl.startGroup('Long')
  await fill(system, long, carl, 3_000)
  const before = system.statements
  const all = await lines({}, carl.accessToken)
  expect(new Set(all.flatMap(({ message }) => message?.text ?? [])).size).toBe(3_000)
  expect(system.statements - before).toBeLessThan(40)
})

test('is for one’s own session alone, and says what is wrong with a question', async () => {
  const refused = async (query: Record<string, string>, token: string) => {
    const response = await asking(query, token)
    const body = (await response.json()) as { errors: { extensions: { code: string } }[] }
    return [response.status, body.errors[0]!.extensions.code]
  }
  expect(await refused({}, await keyOf(ada, ['MESSAGES_READ']))).toEqual([403, 'FORBIDDEN'])
  expect(await refused({}, 'nonsense')).toEqual([401, 'UNAUTHENTICATED'])
  for (const wrong of [{ after: 'x' }, { limit: '0' }, { from: '2026-01-01T00:00:00Z' }] as Record<string, string>[]) {
    expect(await refused(wrong, ada.accessToken)).toEqual([400, 'INVALID_INPUT'])
  }
})
