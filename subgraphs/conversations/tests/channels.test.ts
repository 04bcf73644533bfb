import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import type { Person } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

interface Listing {
  conversationId: string
  title: string
  topic: string | null
  memberCount: number
  announcement: boolean
  joined: boolean
}
const aChannel = async (owner: Person, title: string, more: Record<string, unknown> = {}): Promise<string> =>
  (await owner.mutate('createChannel', { title, ...more })).conversation.id
const join = async (person: Person, conversationId: string) =>
  (await person.mutate('joinChannel', { conversationId })).conversation
async function channels(viewer: Person, args: Record<string, unknown> = {}) {
  const query = `query ($search: String, $first: Int, $after: String, $last: Int, $before: String) {
    channels(search: $search, first: $first, after: $after, last: $last, before: $before) {
      edges { node { conversationId title topic memberCount announcement joined } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
    } }`
  const { edges, pageInfo } = (await viewer.ask(query, args)).channels
  return { found: edges.map(({ node }: { node: Listing }) => node) as Listing[], pageInfo }
}
/** A word that no other test searches for. */
const aWord = () => `w${uuid().replaceAll('-', '')}`

test('anyone finds a channel and joins it without a link; a group is in no list', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const word = aWord()
  const id = await aChannel(ada, word, { topic: 'About it' })
  await ada.createGroup(word)
  const listing = { conversationId: id, title: word, topic: 'About it', announcement: false }
  expect((await channels(ben, { search: word })).found).toEqual([{ ...listing, memberCount: 1, joined: false }])
  await expect(ben.see(id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  expect(await join(ben, id)).toMatchObject({ kind: 'CHANNEL', memberCount: 2, viewerMember: { role: 'MEMBER' } })
  const { rev } = await ben.see(id)
  expect(await join(ben, id)).toMatchObject({ rev })
  expect((await channels(ben, { search: word })).found).toEqual([{ ...listing, memberCount: 2, joined: true }])
})

test('a title is found by any part of it, in any case and script, and by nothing else', async () => {
  const ada = await world.person()
  const word = aWord()
  const titles = [`École ${word}`, `100% ${word}`, `a_b ${word}`, `東京の話 ${word}`]
  for (const title of titles) await aChannel(ada, title)
  const find = async (search: string) =>
    (await channels(ada, { search, first: 100 })).found
      .map(({ title }) => title)
      .filter((title) => title.includes(word))
  expect(await find(`éCOLE ${word.toUpperCase()}`)).toEqual([titles[0]])
  expect(await find(`ecole ${word}`)).toEqual([titles[0]])
  // As its key was before accents were left out.
  const { conversations } = tables
  const former = `école ${word}`
  await world.database.update(conversations).set({ titleKey: former }).where(eq(conversations.title, titles[0]!))
  expect(await find(`ÉCOLE ${word}`)).toEqual([titles[0]])
  expect(await find('100%')).toEqual([titles[1]])
  expect(await find('a_b')).toEqual([titles[2]])
  expect(await find('京の')).toEqual([titles[3]])
  expect(await find('a!b')).toEqual([])
  expect((await find(word)).sort()).toEqual([...titles].sort())
  await expect(find('x'.repeat(121))).rejects.toMatchObject({ code: 'INVALID_INPUT' })
})

test('a renamed channel is found by its new title', async () => {
  const ada = await world.person()
  const [before, after] = [aWord(), aWord()]
  const id = await aChannel(ada, before)
  await ada.rename(id, after)
  expect((await channels(ada, { search: before })).found).toEqual([])
  expect((await channels(ada, { search: after })).found).toHaveLength(1)
})

test('channels come largest first, each once, page by page from either end', async () => {
  const people = await world.people(4)
  const ada = people[0]!
  const word = aWord()
  const ids: string[] = []
  for (let n = 0; n < 7; n++) {
    const id = await aChannel(ada, `${word} ${n}`)
    for (const person of people.slice(1, 1 + (n % 4))) await join(person, id)
    ids.push(id)
  }
  const sizes = (found: Listing[]) => found.map(({ memberCount }) => memberCount)
  const whole = (await channels(ada, { search: word, first: 100 })).found
  expect(sizes(whole)).toEqual([4, 3, 3, 2, 2, 1, 1])
  for (const size of [1, 2, 3, 7]) {
    const forwards: Listing[] = []
    const backwards: Listing[] = []
    for (let after: string | null = null, more = true; more;) {
      const { found, pageInfo } = await channels(ada, { search: word, first: size, after })
      forwards.push(...found)
      ;[after, more] = [pageInfo.endCursor, pageInfo.hasNextPage]
    }
    for (let before: string | null = null, more = true; more;) {
      const { found, pageInfo } = await channels(ada, { search: word, last: size, before })
      backwards.unshift(...found)
      ;[before, more] = [pageInfo.startCursor, pageInfo.hasPreviousPage]
    }
    expect(forwards).toEqual(whole)
    expect(backwards).toEqual(whole)
  }
  expect(await world.statementsOf(() => channels(ada, { search: word, first: 1 }))).toBe(1)
  expect(await world.statementsOf(() => channels(ada, { first: 50 }))).toBe(1)
})

test('in an announcement channel owners and admins may write, and nobody else', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const id = await aChannel(ada, aWord(), { announcement: true })
  await join(ben, id)
  const mayWrite = async (person: Person) =>
    (await person.ask(`{ conversation(id: "${id}") { kind viewerMayWrite } }`)).conversation
  expect(await mayWrite(ada)).toEqual({ kind: 'ANNOUNCEMENT', viewerMayWrite: true })
  expect(await mayWrite(ben)).toEqual({ kind: 'ANNOUNCEMENT', viewerMayWrite: false })
  await ada.mutate('changeRole', { conversationId: id, userId: ben.id, role: 'ADMIN' })
  expect(await mayWrite(ben)).toEqual({ kind: 'ANNOUNCEMENT', viewerMayWrite: true })
})

test('what is no channel is not joined, and neither is a group by its id', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const { id } = await ada.createGroup('Group')
  for (const place of [id, uuid(), '💥']) {
    await expect(join(ben, place)).rejects.toMatchObject({
      code: 'FORBIDDEN',
      message: 'There is no such conversation for you.',
    })
  }
})

test('who is banned from a channel does not join it', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const id = await aChannel(ada, aWord())
  await ada.mutate('banMember', { conversationId: id, userId: ben.id })
  await expect(join(ben, id)).rejects.toMatchObject({ code: 'FORBIDDEN', message: 'You are banned here.' })
})

test('a channel whose last member has left is found and joined no more', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const word = aWord()
  const id = await aChannel(ada, word)
  await ada.leave(id)
  expect((await channels(ben, { search: word })).found).toEqual([])
  await expect(join(ben, id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
