import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { talksOverSubgraph } from '../index.ts'
import { as, codes, openUsers } from './given.ts'
import type { GivenUsers, Session } from './given.ts'

let given: GivenUsers
/** Where conversations are told of blocks: over a network, which may fail. */
const told: { blocked: boolean; by: string | undefined }[] = []
let isAway = false
const directTalks = talksOverSubgraph({
  async execute({ variables, authorization }) {
    if (isAway) return { errors: [{ message: 'no connection', extensions: { code: 'UNAVAILABLE' } }] }
    told.push({ blocked: (variables!['input'] as { blocked: boolean }).blocked, by: authorization })
    return { data: {} }
  },
})
beforeAll(async () => {
  given = await openUsers({ directTalks })
})
afterAll(() => given.drop())

const change = (name: 'blockUser' | 'unblockUser', session: Session, userId: string) =>
  given.execute(`mutation ($id: ID!) { ${name}(input: { userId: $id }) { user { id viewerBlocks } } }`, {
    ...as(session),
    variables: { id: userId },
  })
const between = async (session: Session, { user }: Session) => {
  const { data } = await given.execute(`{ user(id: "${user.id}") { viewerBlocks contactable } }`, as(session))
  return (data as { user: object }).user
}
const blockedBy = async (session: Session, args = '') => {
  const { data } = await given.execute(
    `{ me { blockedUsers${args} { edges { node { name } } pageInfo { endCursor hasNextPage } } } }`,
    as(session),
  )
  type Page = { edges: { node: { name: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
  const { edges, pageInfo } = (data as { me: { blockedUsers: Page } }).me.blockedUsers
  return { names: edges.map(({ node }) => node.name), ...pageInfo }
}

describe('a block', () => {
  test('holds both ways, and only the one who made it sees it', async () => {
    const [ada, eve] = [await given.guest('Ada'), await given.guest('Eve')]
    expect(await between(ada, eve)).toEqual({ viewerBlocks: false, contactable: true })
    const blocked = { data: { blockUser: { user: { id: eve.user.id, viewerBlocks: true } } } }
    expect(await change('blockUser', ada, eve.user.id)).toEqual(blocked)
    expect(await change('blockUser', ada, eve.user.id.toUpperCase())).toEqual(blocked)
    expect(await between(ada, eve)).toEqual({ viewerBlocks: true, contactable: false })
    expect(await between(eve, ada)).toEqual({ viewerBlocks: false, contactable: false })
    await change('unblockUser', eve, ada.user.id)
    expect(await between(ada, eve)).toEqual({ viewerBlocks: true, contactable: false })
    await change('unblockUser', ada, eve.user.id)
    expect(await between(eve, ada)).toEqual({ viewerBlocks: false, contactable: true })
  })

  test('is told where the two talk, as the one who made it, before it is acknowledged', async () => {
    const [ada, eve] = [await given.guest('Ada'), await given.guest('Eve')]
    told.length = 0
    isAway = true
    expect(codes(await change('blockUser', ada, eve.user.id))).toEqual(['UNAVAILABLE'])
    isAway = false
    expect(codes(await change('blockUser', ada, eve.user.id))).toEqual([])
    expect(codes(await change('unblockUser', ada, eve.user.id))).toEqual([])
    const by = as(ada).authorization
    expect(told).toEqual([true, false].map((blocked) => ({ blocked, by })))
  })

  test('of oneself is INVALID_INPUT, of nobody NOT_FOUND, and needs someone signed in', async () => {
    const ada = await given.guest()
    for (const field of ['blockUser', 'unblockUser'] as const) {
      expect(codes(await change(field, ada, ada.user.id))).toEqual(['INVALID_INPUT'])
      for (const id of ['', 'nobody', '019a9e2c-0000-7000-8000-000000000000']) {
        expect(codes(await change(field, ada, id))).toEqual(['NOT_FOUND'])
      }
    }
    const anonymous = `mutation { blockUser(input: { userId: "${ada.user.id}" }) { user { id } } }`
    expect(codes(await given.execute(anonymous))).toEqual(['UNAUTHENTICATED'])
  })

  test('is listed newest first, in pages, to nobody else', async () => {
    const ada = await given.guest()
    for (const name of ['one', 'two', 'three']) {
      given.pass(1)
      await change('blockUser', ada, (await given.guest(name)).user.id)
    }
    const first = await blockedBy(ada, '(first: 2)')
    expect(first).toMatchObject({ names: ['three', 'two'], hasNextPage: true })
    expect(await blockedBy(ada, `(first: 2, after: "${first.endCursor}")`)).toMatchObject({
      names: ['one'],
      hasNextPage: false,
    })
    const others = `{ user(id: "${ada.user.id}") { blockedUsers { edges { cursor } } } }`
    expect(codes(await given.execute(others, as(await given.guest())))).toEqual(['FORBIDDEN'])
  })

  test('of many users is looked up in one statement', async () => {
    const ada = await given.guest()
    const others = await Promise.all(Array.from({ length: 20 }, () => given.guest()))
    await change('blockUser', ada, others[3]!.user.id)
    const fields = others.map(({ user }, i) => `u${i}: user(id: "${user.id}") { viewerBlocks contactable }`)
    const before = given.database.statements
    const { data } = await given.execute(`{ ${fields.join(' ')} }`, as(ada))
    expect(given.database.statements - before).toBe(2)
    const free = Object.values(data as Record<string, { contactable: boolean }>).filter((user) => user.contactable)
    expect(free).toHaveLength(19)
  })
})

describe('the search for users', () => {
  const search = async (session: Session, handlePrefix: string, page: { first?: number; after?: string } = {}) => {
    const result = await given.execute(
      `query ($handlePrefix: String!, $first: Int, $after: String) {
        searchUsers(handlePrefix: $handlePrefix, first: $first, after: $after) {
          edges { node { handle } } pageInfo { endCursor hasNextPage } } }`,
      { ...as(session), variables: { handlePrefix, ...page } },
    )
    if (result.errors) return { codes: codes(result), endCursor: '' }
    type Page = { edges: { node: { handle: string } }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
    const { edges, pageInfo } = (result.data as { searchUsers: Page }).searchUsers
    return { handles: edges.map(({ node }) => node.handle), ...pageInfo }
  }

  test('finds handles that begin so, in their order, page by page, without the one who asks', async () => {
    const me = await given.register('find_me')
    for (const handle of ['find_a', 'find-b', 'find.c', 'findx', 'finder', 'fin', 'find_z9'])
      await given.register(handle)
    expect(await search(me, ' @FIND')).toMatchObject({
      handles: ['find-b', 'find.c', 'find_a', 'find_z9', 'finder', 'findx'],
    })
    expect(await search(me, 'find_')).toMatchObject({ handles: ['find_a', 'find_z9'] })
    const first = await search(me, 'find', { first: 4 })
    expect(first).toMatchObject({ hasNextPage: true })
    expect(await search(me, 'find', { first: 4, after: first.endCursor })).toMatchObject({
      handles: ['finder', 'findx'],
      hasNextPage: false,
    })
  })

  test('finds nobody between whom and the viewer a block stands, and nobody deleted', async () => {
    const me = await given.register('look_me')
    const [blocked, blocker, gone] = await Promise.all(
      ['look_blocked', 'look_blocker', 'look_gone'].map((handle) => given.register(handle)),
    )
    await given.register('look_other')
    await change('blockUser', me, blocked!.user.id)
    await change('blockUser', blocker!, me.user.id)
    await given.execute('mutation { deleteAccount(input: { password: "correct horse" }) { userId } }', as(gone!))
    expect(await search(me, 'look')).toMatchObject({ handles: ['look_other'] })
    expect(await search(blocked!, 'look')).toMatchObject({ handles: ['look_blocker', 'look_other'] })
  })

  test('for what no handle is finds nobody; for nothing, or a megabyte, is INVALID_INPUT', async () => {
    const me = await given.register('seek_me')
    await given.register('seek_other')
    for (const text of ['%', "' or 1=1", 'seek me', 'é', 'seek\u0000']) {
      expect(await search(me, text)).toMatchObject({ handles: [] })
    }
    for (const text of ['', ' @ ', 'a'.repeat(1_000_000)])
      expect(await search(me, text)).toMatchObject({ codes: ['INVALID_INPUT'] })
  })
})
