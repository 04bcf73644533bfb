import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Person } from './person.ts'
import { say } from './say.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())
afterEach(() => void (world.clock.now = Date.now))

const set = (person: Person, conversationId: string, settings: Record<string, unknown>) =>
  person.mutate('updateConversationSettings', { conversationId, ...settings })
async function inbox(person: Person, args = 'first: 100') {
  const query = `{ inbox(${args}) { edges { cursor node { id unreadCount } } pageInfo { hasNextPage endCursor } } }`
  const { edges, pageInfo } = (await person.ask(query)).inbox
  return { ids: edges.map(({ node }: { node: { id: string } }) => node.id) as string[], ...pageInfo }
}
async function groups(ada: Person, count: number, others: Person[] = []): Promise<string[]> {
  const ids: string[] = []
  for (let n = 0; n < count; n++) ids.push((await ada.createGroup(`Group ${n}`, others)).id)
  return ids
}

test('pinned conversations come first, then the newest activity, each once, page by page, also where times are equal', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  world.clock.now = () => 1_800_000_000_000
  const ids = await groups(ada, 7, [ben])
  world.clock.now = () => 1_800_000_000_001
  await ada.rename(ids[3]!, 'Woken')
  for (const n of [1, 5]) await set(ada, ids[n]!, { pinned: true })
  const expected = [5, 1, 3, 6, 4, 2, 0].map((n) => ids[n])
  for (const size of [1, 2, 3, 7, 20]) {
    const found: string[] = []
    for (let after = '', more = true; more;) {
      const page = await inbox(ada, `first: ${size}${after}`)
      found.push(...page.ids)
      more = page.hasNextPage
      after = `, after: "${page.endCursor}"`
    }
    expect(found).toEqual(expected)
  }
  expect((await inbox(ben)).ids).toEqual([3, 6, 5, 4, 2, 1, 0].map((n) => ids[n]))
})

test('archived conversations stand apart, also when something is said in them', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const [first, second] = (await groups(ada, 2, [ben])) as [string, string]
  await set(ada, first, { archived: true })
  await say(world.database, first, ben.id)
  expect((await inbox(ada)).ids).toEqual([second])
  expect((await inbox(ada, 'filter: UNREAD')).ids).toEqual([])
  expect((await inbox(ada, 'filter: ARCHIVED')).ids).toEqual([first])
  await set(ada, first, { archived: false })
  expect((await inbox(ada)).ids).toEqual([first, second])
})

test('the unread ones are those with an unread count, and those that are marked', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const [byBen, byAda, read, marked] = (await groups(ada, 5, [ben])) as [string, string, string, string]
  for (const id of [byBen, read, marked]) await say(world.database, id, ben.id)
  await say(world.database, byAda, ada.id)
  for (const id of [read, marked]) await ada.read(id, 1)
  await set(ada, marked, { markedUnread: true })
  expect((await inbox(ada, 'filter: UNREAD')).ids.sort()).toEqual([byBen, marked].sort())
})

test('arguments are checked, and nobody sees an inbox without a token', async () => {
  const ada = await world.person()
  for (const args of ['first: 101', 'first: -1', 'after: "garbage"', 'after: "W10"']) {
    await expect(inbox(ada, args)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
  const { errors } = await world.subgraph.execute({ query: '{ inbox { edges { cursor } } }' })
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
})

test('an inbox costs the same statements for a page of one and of fifty', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const ids = await groups(ada, 50, [ben])
  for (const id of ids.slice(0, 10)) await ada.mutate('saveDraft', { conversationId: id, text: 'Hello' })
  const read = (first: number) => () =>
    ada.ask(`{ inbox(first: ${first}) { edges { node {
      id kind title avatarUrl topic rev unreadCount viewerMayWrite viewerMember { role readSeq }
      viewerSettings { pinned mutedUntil markedUnread notificationLevel } viewerDraft { text }
      members(first: 3) { edges { node { user { id } readSeq deliveredSeq } } }
      seenBy(seq: 1) { edges { node { user { id } } } }
      bans { edges { node { user { id } } } } invites { edges { node { code } } }
    } } } }`)
  expect(await world.statementsOf(read(1))).toBe(4)
  expect(await world.statementsOf(read(50))).toBe(4)
  await groups(ada, 50)
  expect(await world.statementsOf(read(100))).toBe(4)
})
