import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { readAfter } from '../../../platform/timeline/index.ts'
import type { Person } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())
afterEach(() => void (world.clock.now = Date.now))

const detailsOf = async (viewer: Person, id: string) =>
  (await viewer.ask(`{ conversation(id: "${id}") { topic avatarUrl rev } }`)).conversation
const changeTopic = (actor: Person, conversationId: string, topic: string | null) =>
  actor.mutate('changeTopic', { conversationId, topic })
const changeAvatar = (actor: Person, conversationId: string, avatarUrl: string | null) =>
  actor.mutate('changeAvatar', { conversationId, avatarUrl })

test('topic and picture are changed, each once, and taken away; each change is an event', async () => {
  const ada = await world.person()
  const { id, rev } = await ada.createGroup('Group')
  for (const topic of [' Cafe\u0301s ', 'Caf\u00e9s', null, '  ']) await changeTopic(ada, id, topic)
  for (const url of ['https://Example.org/a.png', 'https://example.org/a.png', null]) await changeAvatar(ada, id, url)
  await changeTopic(ada, id, 'Last')
  expect(await detailsOf(ada, id)).toEqual({ topic: 'Last', avatarUrl: null, rev: rev + 5 })
  const { events } = (await readAfter(world.database, id, rev, 10))!
  expect(events.map(({ payload }) => payload)).toMatchObject([
    { __typename: 'TopicChanged', topic: 'Caf\u00e9s', actor: { id: ada.id } },
    { __typename: 'TopicChanged', topic: null },
    { __typename: 'AvatarChanged', avatarUrl: 'https://example.org/a.png', actor: { id: ada.id } },
    { __typename: 'AvatarChanged', avatarUrl: null },
    { __typename: 'TopicChanged', topic: 'Last' },
  ])
})

test('a topic has at most 250 characters on one line; a picture has an https address of at most 500', async () => {
  const ada = await world.person()
  const { id, rev } = await ada.createGroup('Group')
  for (const topic of ['x'.repeat(251), 'two\nlines', '\u0000']) {
    await expect(changeTopic(ada, id, topic)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
  for (const url of ['javascript:alert(1)', 'http://example.org/', `https://example.org/${'x'.repeat(500)}`]) {
    await expect(changeAvatar(ada, id, url)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
  await changeTopic(ada, id, '💥'.repeat(250))
  expect(await detailsOf(ada, id)).toMatchObject({ topic: '💥'.repeat(250), rev: rev + 1 })
})

const invitesOf = async (viewer: Person, id: string, args = 'first: 20') => {
  const query = `{ conversation(id: "${id}") { invites(${args}) {
    edges { node { code uses maxUses createdBy { id } } } pageInfo { hasNextPage endCursor } } } }`
  return (await viewer.ask(query)).conversation.invites
}
interface InviteEdge {
  node: { code: string }
}
const codesOf = (page: { edges: InviteEdge[] }) => page.edges.map(({ node }) => node.code)

test('owners and admins see the links that still hold, newest first, with their uses; nobody else does', async () => {
  const [ada, ben, eve] = (await world.people(3)) as [Person, Person, Person]
  const { id } = await ada.createGroup('Group', [ben])
  let now = Date.now()
  world.clock.now = () => now
  const codes: string[] = []
  for (let n = 0; n < 4; n++) {
    now += 10
    codes.unshift(await ada.invite(id, { maxUses: 2 }))
  }
  const expired = await ada.invite(id, { expiresAt: new Date(now + 5_000).toISOString() })
  await eve.join(codes[0]!)
  await ada.revoke(codes[3]!)
  now += 6_000
  const page = await invitesOf(ada, id)
  expect(codesOf(page)).toEqual(codes.slice(0, 3))
  expect(codesOf(page)).not.toContain(expired)
  expect(page.edges[0].node).toMatchObject({ uses: 1, maxUses: 2, createdBy: { id: ada.id } })
  expect(await invitesOf(ben, id)).toBeNull()
  const paged: string[] = []
  for (let after = '', more = true; more;) {
    const next = await invitesOf(ada, id, `first: 2${after}`)
    paged.push(...codesOf(next))
    more = next.pageInfo.hasNextPage
    after = `, after: "${next.pageInfo.endCursor}"`
  }
  expect(paged).toEqual(codes.slice(0, 3))
})

test('the links of fifty groups are read in as many statements as those of one', async () => {
  const ada = await world.person()
  for (let n = 0; n < 50; n++) await ada.invite((await ada.createGroup(`Group ${n}`)).id)
  const list = (first: number) => () =>
    ada.ask(`{ conversations(first: ${first}) { edges { node { invites { edges { node { code } } } } } } }`)
  expect(await world.statementsOf(list(1))).toBe(2)
  expect(await world.statementsOf(list(50))).toBe(2)
})

const create = async (actor: Person, input: Record<string, unknown>) =>
  (await actor.mutate('createGroup', { title: 'Group', ...input })).conversation.id as string

test('a group that is created again under the same name of the client is the same one, also at once', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const input = { clientGroupId: 'g:1', memberIds: [ben.id] }
  const ids = await Promise.all(Array.from({ length: 5 }, () => create(ada, input)))
  expect(new Set(ids).size).toBe(1)
  expect(await create(ada, { ...input, memberIds: [ben.id, ada.id] })).toBe(ids[0])
  expect((await ada.ask('{ conversations { edges { node { id } } } }')).conversations.edges).toHaveLength(1)
  expect(await create(ben, { clientGroupId: 'g:1' })).not.toBe(ids[0])
})

test('the same name for another group is refused, and so is a name that is none', async () => {
  const ada = await world.person()
  await create(ada, { clientGroupId: 'one' })
  await expect(create(ada, { clientGroupId: 'one', title: 'Other' })).rejects.toMatchObject({
    code: 'IDEMPOTENCY_CONFLICT',
  })
  const channel = { title: 'Group', clientChannelId: 'one' }
  await expect(ada.mutate('createChannel', channel)).rejects.toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' })
  for (const clientGroupId of ['', 'x'.repeat(65), 'ü', 'a b']) {
    await expect(create(ada, { clientGroupId })).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
})
