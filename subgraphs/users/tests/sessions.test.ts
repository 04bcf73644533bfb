import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createUsersSubgraph } from '../index.ts'
import { as, codes, day, minute, openInProcess, openUsers } from './given.ts'
import type { GivenUsers, Session } from './given.ts'

let given: GivenUsers
beforeAll(async () => {
  given = await openUsers()
})
afterAll(() => given.drop())

const refreshed = async ({ refreshToken }: Session) => given.session(await given.refresh(refreshToken))
const refusal = async ({ refreshToken }: Session) => codes(await given.refresh(refreshToken))
const meOf = (session: Session) => given.execute('{ me { id } }', as(session))

describe('an access token', () => {
  test('works until it expires; then it is refused, and refreshing gives one that works', async () => {
    const session = await given.guest()
    given.pass(15 * minute - 1)
    expect(await meOf(session)).toEqual({ data: { me: { id: session.user.id } } })
    given.pass(1)
    expect(codes(await meOf(session))).toEqual(['UNAUTHENTICATED'])
    expect(await meOf(await refreshed(session))).toEqual({ data: { me: { id: session.user.id } } })
  })
})

describe('refreshing a session', () => {
  test('gives new tokens each time, and the session lives on from there', async () => {
    let session = await given.guest()
    const seen = new Set<string>([session.refreshToken])
    for (let i = 0; i < 5; i++) {
      given.pass(29 * day)
      session = await refreshed(session)
      seen.add(session.refreshToken)
    }
    expect(seen.size).toBe(6)
    expect(Date.parse(session.refreshTokenExpiresAt)).toBe(given.now() + 30 * day)
  })

  test('can be repeated within a minute after a lost answer: the session goes on with the same refresh token', async () => {
    const session = await given.guest()
    const lost = await refreshed(session)
    given.pass(60_000)
    const again = await refreshed(session)
    expect(again.refreshToken).toBe(lost.refreshToken)
    expect(await meOf(again)).toEqual({ data: { me: { id: session.user.id } } })
    given.pass(day)
    expect((await refreshed(again)).user).toEqual(session.user)
  })

  test('by many at once gives all of them tokens that go on working', async () => {
    const session = await given.guest()
    const all = await Promise.all(Array.from({ length: 5 }, () => refreshed(session)))
    given.pass(day)
    const [one, other] = [all[0]!, all[4]!]
    expect((await refreshed(one)).user).toEqual(session.user)
    expect((await refreshed(other)).user).toEqual(session.user)
  })

  test('with a token that was exchanged before ends the session, for the newest token too', async () => {
    const session = await given.guest()
    const next = await refreshed(session)
    given.pass(60_001)
    expect(await refusal(session)).toEqual(['UNAUTHENTICATED'])
    expect(await refusal(next)).toEqual(['UNAUTHENTICATED'])
  })

  test('with a token from further back ends the session, also at once', async () => {
    const session = await given.guest()
    const newest = await refreshed(await refreshed(session))
    expect(await refusal(session)).toEqual(['UNAUTHENTICATED'])
    expect(await refusal(newest)).toEqual(['UNAUTHENTICATED'])
  })

  test('with made-up tokens is refused, and harms no session', async () => {
    const session = await given.guest()
    const token = session.refreshToken
    const changed = (at: number) => token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
    for (const wrong of [
      '',
      'x',
      token.slice(1),
      `${token}A`,
      changed(30),
      changed(70),
      'é'.repeat(86),
      'a'.repeat(1_000_000),
    ]) {
      expect(codes(await given.refresh(wrong))).toEqual(['UNAUTHENTICATED'])
    }
    expect((await refreshed(session)).user).toEqual(session.user)
  })

  test('that was not used for its whole life is refused', async () => {
    const session = await given.guest()
    given.pass(30 * day)
    expect(await refusal(session)).toEqual(['UNAUTHENTICATED'])
  })

  test('leaves other sessions of the user alone', async () => {
    const session = await given.register('sessions')
    const other = given.session(await given.mutate('logIn', { handle: 'sessions', password: 'correct horse' }))
    await refreshed(session)
    given.pass(2 * minute)
    expect(await refusal(session)).toEqual(['UNAUTHENTICATED'])
    expect((await refreshed(other)).user).toEqual(session.user)
  })
})

describe('logging out', () => {
  const logOut = (session?: Session) => given.execute('mutation { logOut { sessionId } }', session ? as(session) : {})

  test('ends the session, and its access token with it', async () => {
    const session = await given.guest()
    const { sessionId } = await given.verifier.verify(session.accessToken)
    expect(await logOut(session)).toEqual({ data: { logOut: { sessionId } } })
    expect(codes(await logOut(session))).toEqual(['UNAUTHENTICATED'])
    expect(await refusal(session)).toEqual(['UNAUTHENTICATED'])
  })

  test('needs someone who is signed in', async () => {
    expect(codes(await logOut())).toEqual(['UNAUTHENTICATED'])
  })
})

describe('sessions', () => {
  const list = (session: Session, args = '', more = {}) =>
    given.execute(
      `{ me { sessions${args} { edges { cursor node { id device address lastUsedAt createdAt current } }
        pageInfo { hasNextPage endCursor } } } }`,
      { ...as(session), ...more },
    )
  type Listed = { edges: { node: { id: string; current: boolean } }[]; pageInfo: { endCursor: string } }
  const nodes = async (session: Session, args = '') => {
    const { data } = await list(session, args)
    const { edges, pageInfo } = (data as { me: { sessions: Listed } }).me.sessions
    return { nodes: edges.map(({ node }) => node), end: pageInfo.endCursor }
  }
  const signIn = async (handle: string, from = {}) =>
    given.session(await given.mutate('logIn', { handle, password: 'correct horse' }, from))
  const end = (session: Session, sessionId: string) =>
    given.execute('mutation ($id: ID!) { endSession(input: { sessionId: $id }) { sessionId } }', {
      ...as(session),
      variables: { id: sessionId },
    })

  test('are listed newest first, with what the client called itself, where it was, and which one asks', async () => {
    const first = await given.register('devices')
    given.pass(minute)
    const second = await signIn('devices', { address: '::ffff:203.0.113.9', userAgent: 'Parley\u0000 for Phones' })
    const { nodes: both } = await nodes(second)
    expect(both).toMatchObject([
      { device: 'Parley for Phones', address: '203.0.113.9', current: true },
      { device: null, address: null, current: false },
    ])
    given.pass(minute)
    const renewal = { refreshToken: first.refreshToken }
    const renewed = await given.mutate('refreshSession', renewal, { address: '203.0.113.8', userAgent: 'Browser' })
    expect((await nodes(given.session(renewed))).nodes[1]).toMatchObject({
      device: 'Browser',
      address: '203.0.113.8',
      lastUsedAt: new Date(given.now()).toISOString(),
      current: true,
    })
  })

  test('are paged, and only those that run', async () => {
    const session = await given.register('paged')
    for (let i = 0; i < 4; i++) await signIn('paged')
    const [one, two] = [await nodes(session, '(first: 3)'), await nodes(session)]
    const rest = await nodes(session, `(first: 3, after: "${one.end}")`)
    expect([...one.nodes, ...rest.nodes]).toEqual(two.nodes)
    await end(session, two.nodes[0]!.id)
    expect((await nodes(session)).nodes).toEqual(two.nodes.slice(1))
  })

  test('of someone else are FORBIDDEN to list and NOT_FOUND to end', async () => {
    const [ada, eve] = [await given.guest(), await given.guest()]
    const others = await given.execute(`{ user(id: "${ada.user.id}") { name sessions { edges { cursor } } } }`, as(eve))
    expect([codes(others), others.data]).toEqual([['FORBIDDEN'], { user: { name: 'Guest', sessions: null } }])
    const { sessionId } = await given.verifier.verify(ada.accessToken)
    for (const id of [sessionId, 'nonsense', '019a9e2c-0000-7000-8000-000000000000']) {
      expect(codes(await end(eve, id))).toEqual(['NOT_FOUND'])
    }
    expect(await meOf(ada)).toMatchObject({ data: { me: { id: ada.user.id } } })
  })

  test('that are ended stop working at once, access and refresh token, and the others go on', async () => {
    const here = await given.register('ending')
    const there = await signIn('ending')
    const { sessionId } = await given.verifier.verify(there.accessToken)
    expect(await end(here, sessionId)).toEqual({ data: { endSession: { sessionId } } })
    expect(codes(await meOf(there))).toEqual(['UNAUTHENTICATED'])
    expect(await refusal(there)).toEqual(['UNAUTHENTICATED'])
    expect(await end(here, sessionId)).toEqual({ data: { endSession: { sessionId } } })
    expect(await meOf(here)).toMatchObject({ data: { me: { id: here.user.id } } })
  })

  test('all but the one that asks end together', async () => {
    const here = await given.register('alone')
    const others = [await signIn('alone'), await signIn('alone')]
    const endOthers = () => given.execute('mutation { endOtherSessions { endedSessions } }', as(here))
    expect(await endOthers()).toEqual({ data: { endOtherSessions: { endedSessions: 2 } } })
    expect(await endOthers()).toEqual({ data: { endOtherSessions: { endedSessions: 0 } } })
    for (const other of others) expect(codes(await meOf(other))).toEqual(['UNAUTHENTICATED'])
    expect(await meOf(here)).toMatchObject({ data: { me: { id: here.user.id } } })
  })

  test('whose refresh token was used twice lose their access token too', async () => {
    const session = await given.guest()
    const stolen = await refreshed(session)
    given.pass(60_001)
    await refusal(session)
    expect(codes(await meOf(stolen))).toEqual(['UNAUTHENTICATED'])
  })

  test('that ended stay refused by a process that starts with an empty store', async () => {
    const session = await given.guest()
    await given.execute('mutation { logOut { sessionId } }', as(session))
    const again = await createUsersSubgraph({ ...given.parts, revocations: await openInProcess() })
    await expect(again.verifier.verify(session.accessToken)).rejects.toThrow('has ended')
    await again.subgraph.close()
  })
})

describe('a process of the users subgraph', () => {
  test('that starts again accepts the tokens of before', async () => {
    const session = await given.guest()
    const again = await createUsersSubgraph(given.parts)
    expect(await again.verifier.verify(session.accessToken)).toMatchObject({ userId: session.user.id })
    expect(await again.jwks()).toEqual(await given.jwks())
  })

  test('of several that start at once accepts the tokens of all', async () => {
    const fresh = await openUsers()
    try {
      const processes = await Promise.all([1, 2, 3].map(() => createUsersSubgraph(fresh.parts)))
      for (const { subgraph } of processes) {
        const { data } = await subgraph.execute({
          query: 'mutation { continueAsGuest(input: { name: "G" }) { session { accessToken } } }',
        })
        const { accessToken } = (data as { continueAsGuest: { session: Session } }).continueAsGuest.session
        for (const { verifier } of processes)
          expect(await verifier.verify(accessToken)).toMatchObject({ isGuest: true })
      }
    } finally {
      await fresh.drop()
    }
  })
})
