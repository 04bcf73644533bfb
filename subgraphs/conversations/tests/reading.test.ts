import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { v7 as uuid } from 'uuid'
import type { Person } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

interface Page {
  edges: { node: { id: string; user?: { id: string } }; cursor: string }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
}
const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }'

/** Reads a whole list page by page, from either end; `read` gets the arguments of one page. */
async function everyPage(
  read: (args: string) => Promise<Page>,
  from: 'first' | 'last',
  size: number,
): Promise<string[]> {
  const found: string[] = []
  for (let cursor = '', more = true; more;) {
    const at = cursor && `, ${from === 'first' ? 'after' : 'before'}: "${cursor}"`
    const { edges, pageInfo } = await read(`${from}: ${size}${at}`)
    const ids = edges.map(({ node }) => node.id ?? node.user!.id)
    if (from === 'first') found.push(...ids)
    else found.unshift(...ids)
    more = from === 'first' ? pageInfo.hasNextPage : pageInfo.hasPreviousPage
    cursor = from === 'first' ? pageInfo.endCursor : pageInfo.startCursor
  }
  return found
}

const conversationsOf = (person: Person) => async (args: string) =>
  (await person.ask(`{ conversations(${args}) { edges { cursor node { id } } ${PAGE_INFO} } }`)).conversations as Page

test('my conversations come newest activity first, each once, page by page from either end, also where times are equal', async () => {
  const ada = await world.person()
  world.clock.now = () => 1_800_000_000_000
  const groups = []
  for (let n = 0; n < 7; n++) groups.push(await ada.createGroup(`Group ${n}`))
  world.clock.now = () => 1_800_000_000_001
  await ada.rename(groups[2]!.id, 'Woken')
  const newestFirst = [groups[2]!, ...groups.filter((_, n) => n !== 2).reverse()].map(({ id }) => id)
  for (const size of [1, 2, 3, 7, 20]) {
    expect(await everyPage(conversationsOf(ada), 'first', size)).toEqual(newestFirst)
    expect(await everyPage(conversationsOf(ada), 'last', size)).toEqual(newestFirst)
  }
  world.clock.now = Date.now
})

test('those alone that I share with somebody come when I ask for them, page by page, and none that either has left', async () => {
  const [ada, bea] = [await world.person(), await world.person()]
  const groups = []
  for (let n = 0; n < 5; n++) groups.push(await ada.createGroup(`Group ${n}`))
  const add = (id: string) =>
    ada.ask('mutation ($input: AddMembersInput!) { addMembers(input: $input) { conversation { id } } }', {
      input: { conversationId: id, userIds: [bea.id] },
    })
  for (const group of [groups[0]!, groups[2]!, groups[4]!]) await add(group.id)
  await bea.createGroup('Of Bea alone')
  const shared = (args: string) => conversationsOf(ada)(`sharedWith: "${bea.id}", ${args}`)
  expect(await everyPage(shared, 'first', 1)).toEqual([groups[4]!, groups[2]!, groups[0]!].map(({ id }) => id))
  await ada.ask('mutation ($input: RemoveMemberInput!) { removeMember(input: $input) { conversation { id } } }', {
    input: { conversationId: groups[2]!.id, userId: bea.id },
  })
  expect(await everyPage(shared, 'first', 20)).toEqual([groups[4]!, groups[0]!].map(({ id }) => id))
  expect((await shared('first: 20')).edges).toHaveLength(2)
})

test('a cursor holds its place while other conversations come to the front', async () => {
  const ada = await world.person()
  const groups = []
  for (let n = 0; n < 4; n++) groups.push(await ada.createGroup(`Group ${n}`))
  const read = conversationsOf(ada)
  const whole = (await read('first: 4')).edges.map(({ node }) => node.id)
  const { pageInfo } = await read('first: 2')
  await ada.rename(whole[0]!, 'Moved')
  await ada.createGroup('New')
  const rest = await read(`first: 2, after: "${pageInfo.endCursor}"`)
  expect(rest.edges.map(({ node }) => node.id)).toEqual(whole.slice(2))
})

test('a page has at most 100 entries, and its arguments are checked', async () => {
  const ada = await world.person()
  const { id } = await ada.createGroup('Group')
  const wrong = [
    'first: 101',
    'first: -1',
    'last: -1',
    'first: 1, last: 1',
    'after: "garbage"',
    'after: "💥"',
    'before: "W10"',
  ]
  for (const args of wrong) {
    await expect(conversationsOf(ada)(args)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
    const members = `{ conversation(id: "${id}") { members(${args}) { edges { cursor } } } }`
    await expect(ada.ask(members)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  }
  expect((await conversationsOf(ada)('first: 0')).edges).toEqual([])
})

test('members come in the order in which they joined, each once, page by page from either end', async () => {
  const [ada, ...others] = (await world.people(9)) as [Person, ...Person[]]
  let now = 1_800_000_000_000
  world.clock.now = () => now
  const { id } = await ada.createGroup('Group')
  const inOrder = [ada.id]
  for (const joining of [others.slice(0, 3), others.slice(3, 4), others.slice(4)]) {
    now += 10
    await ada.add(
      id,
      joining.map((person) => person.id),
    )
    inOrder.push(...joining.map((person) => person.id).sort())
  }
  world.clock.now = Date.now
  const read = async (args: string) => {
    const query = `{ conversation(id: "${id}") { members(${args}) { edges { cursor node { user { id } } } ${PAGE_INFO} } } }`
    return (await ada.ask(query)).conversation.members as Page
  }
  for (const size of [1, 2, 5, 9, 100]) {
    expect(await everyPage(read, 'first', size)).toEqual(inOrder)
    expect(await everyPage(read, 'last', size)).toEqual(inOrder)
  }
})

const ENTITIES = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) {
    ... on Conversation { id title rev memberCount viewerMember { role } members(first: 2) { edges { node { user { id } } } } }
  }
}`
const entities = (person: Person, ids: string[]) =>
  person.execute(ENTITIES, { representations: ids.map((id) => ({ __typename: 'Conversation', id })) })

test('among entities, those that are not the viewer’s fail alone', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const mine = await ada.createGroup('Mine')
  const his = await ben.createGroup('His')
  const { data, errors } = await entities(ada, [mine.id, his.id, uuid(), mine.id])
  const found = data!['_entities'] as ({ title: string } | null)[]
  expect(found.map((entity) => entity?.title)).toEqual(['Mine', undefined, undefined, 'Mine'])
  expect(errors!.map(({ path, extensions }) => [path![1], extensions!['code']])).toEqual([
    [1, 'FORBIDDEN'],
    [2, 'FORBIDDEN'],
  ])
})

test('the number of statements is the same for a page of one and a page of fifty', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const ids: string[] = []
  for (let n = 0; n < 50; n++) ids.push((await ada.createGroup(`Group ${n}`, [ben])).id)
  const list = (first: number) => () =>
    ada.ask(`{ conversations(first: ${first}) { edges { node {
      id title rev memberCount lastActivityAt viewerMember { role } members(first: 3) { edges { node { user { id } } } }
    } } } }`)
  expect(await world.statementsOf(list(1))).toBe(2)
  expect(await world.statementsOf(list(50))).toBe(2)
  expect(await world.statementsOf(() => entities(ada, ids.slice(0, 1)))).toBe(2)
  expect(await world.statementsOf(() => entities(ada, ids))).toBe(2)
  const { data } = await entities(ada, ids)
  for (const entity of data!['_entities'] as { members: { edges: { node: { user: { id: string } } }[] } }[]) {
    expect(entity.members.edges.map(({ node }) => node.user.id).sort()).toEqual([ada.id, ben.id].sort())
  }
})

test('the number of statements of a change does not grow with the members there are, nor with those named', async () => {
  const people = (await world.people(102)) as [Person, Person, ...Person[]]
  const [ada, ben, ...others] = people
  const named = others.map(({ id }) => id)
  const small = await ada.createGroup('Small', [ben])
  const large = await ada.createGroup('Large', [ben, ...others.slice(0, 98)])
  const statementsIn = (id: string) => async (change: (id: string) => Promise<unknown>) =>
    world.statementsOf(() => change(id))
  const [inSmall, inLarge] = [statementsIn(small.id), statementsIn(large.id)]
  const changes = [
    (id: string) => ada.rename(id, 'New'),
    (id: string) => ada.invite(id),
    (id: string) => ada.remove(id, ben.id),
    (id: string) => ada.add(id, [ben.id]),
    (id: string) => ada.leave(id),
  ]
  for (const change of changes) expect(await inLarge(change)).toBe(await inSmall(change))
  // Someone's own log begins once, with the first conversation that they come to.
  await ada.createGroup('Elsewhere', others.slice(98))
  const [one, hundred] = [await ada.createGroup('One'), await ada.createGroup('Hundred')]
  expect(await world.statementsOf(() => ada.add(hundred.id, named))).toBe(
    await world.statementsOf(() => ada.add(one.id, named.slice(0, 1))),
  )
  expect(world.network.asked.at(-2)!.users).toBe(100)
})

test('without a token, or with a wrong one, nothing is shown', async () => {
  const ada = await world.person()
  const { id } = await ada.createGroup('Group')
  const queries = [
    `{ conversation(id: "${id}") { id } }`,
    '{ conversations { edges { cursor } } }',
    '{ invite(code: "AAAAAAAAAAAAAAAAAAAAAA") { joined } }',
    `{ _entities(representations: [{__typename: "Conversation", id: "${id}"}]) { __typename } }`,
  ]
  for (const query of queries) {
    for (const authorization of [undefined, 'Bearer x.y.z', 'Basic abc', ada.authorization.slice(0, -3)]) {
      const { data, errors } = await world.subgraph.execute({ query, ...(authorization && { authorization }) })
      expect(errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' })
      expect(JSON.stringify(data ?? null)).not.toContain(id)
    }
  }
})
