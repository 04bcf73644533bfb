import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { as, codes, openUsers, password } from './given.ts'
import type { GivenUsers, Session } from './given.ts'

let given: GivenUsers
beforeAll(async () => {
  given = await openUsers()
})
afterAll(() => given.drop())

const meOf = (session: Session) => given.execute('{ me { id name handle } }', as(session))
const logIn = (handle: string, secret = password) => given.mutate('logIn', { handle, password: secret })

const update = (session: Session, input: object) =>
  given.execute(
    `mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { name handle avatarUrl statusText } } }`,
    { ...as(session), variables: { input } },
  )

describe('the profile', () => {
  test('changes in what is given, and others see it', async () => {
    const ada = await given.register('profile1')
    const avatarUrl = 'https://example.org/ada.png'
    await update(ada, { name: ' Ada L. ', avatarUrl, statusText: ' Out to lunch ' })
    const changed = { name: 'Ada L.', handle: 'profile1', avatarUrl, statusText: 'Out to lunch' }
    expect(await update(ada, { name: null })).toEqual({ data: { updateProfile: { user: changed } } })
    const other = await given.guest()
    const fields = '{ name handle avatarUrl statusText }'
    expect(await given.execute(`{ user(id: "${ada.user.id}") ${fields} }`, as(other))).toEqual({
      data: { user: changed },
    })
    expect(await update(ada, { handle: 'Profile1B', avatarUrl: null, statusText: '' })).toEqual({
      data: { updateProfile: { user: { name: 'Ada L.', handle: 'profile1b', avatarUrl: null, statusText: null } } },
    })
    expect(codes(await logIn('profile1b'))).toEqual([])
    expect(codes(await logIn('profile1'))).toEqual(['INVALID_CREDENTIALS'])
  })

  test.each([
    ['an empty name', { name: ' ' }],
    ['a picture that is no https address', { avatarUrl: 'javascript:alert(1)' }],
    ['a picture with a long address', { avatarUrl: `https://example.org/${'a'.repeat(500)}` }],
    ['a long status', { statusText: 'a'.repeat(141) }],
    ['a status with a line break', { statusText: 'a\nb' }],
    ['a handle that is none', { handle: '1a' }],
  ])('with %s is INVALID_INPUT and stays as it was', async (_what, input) => {
    const session = await given.guest('Stays')
    const registered = given.session(
      await given.mutate(
        'register',
        { name: 'Stays', handle: `stays${given.database.statements}`, password },
        as(session),
      ),
    )
    expect(codes(await update(registered, { name: 'Changed', ...input }))).toEqual(['INVALID_INPUT'])
    expect(await meOf(registered)).toMatchObject({ data: { me: { name: 'Stays' } } })
  })

  test('cannot take a handle that someone has, and a guest can take none', async () => {
    const ada = await given.register('profile2')
    await given.register('profile3')
    expect(codes(await update(ada, { handle: 'PROFILE3' }))).toEqual(['HANDLE_TAKEN'])
    expect(codes(await update(await given.guest(), { handle: 'profile4' }))).toEqual(['FORBIDDEN'])
  })
})

describe('another password', () => {
  const change = (session: Session, currentPassword: string, newPassword = 'battery staple') =>
    given.execute(`mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { endedSessions } }`, {
      ...as(session),
      variables: { input: { currentPassword, newPassword } },
    })

  test('is the one that works from then on, and ends all sessions but the one that asked', async () => {
    const ada = await given.register('change1')
    const elsewhere = given.session(await logIn('change1'))
    expect(await change(ada, password)).toEqual({ data: { changePassword: { endedSessions: 1 } } })
    expect(codes(await meOf(elsewhere))).toEqual(['UNAUTHENTICATED'])
    expect(codes(await given.refresh(elsewhere.refreshToken))).toEqual(['UNAUTHENTICATED'])
    expect(await meOf(ada)).toMatchObject({ data: { me: { id: ada.user.id } } })
    expect(codes(await logIn('change1'))).toEqual(['INVALID_CREDENTIALS'])
    expect(codes(await logIn('change1', 'battery staple'))).toEqual([])
  })

  test('needs the current one, and a new one within the limits', async () => {
    const ada = await given.register('change2')
    expect(codes(await change(ada, 'wrong password'))).toEqual(['INVALID_CREDENTIALS'])
    expect(codes(await change(ada, password, 'short'))).toEqual(['INVALID_INPUT'])
    expect(codes(await change(await given.guest(), password))).toEqual(['FORBIDDEN'])
    expect(codes(await logIn('change2'))).toEqual([])
  })

  test('cannot be guessed: wrong ones count as failed log-ins', async () => {
    const strict = await openUsers({ attemptLimits: { perHandle: 3, perAddress: 100, seconds: 60 } })
    const ada = await strict.register('change3')
    const guess = () =>
      strict.execute(
        `mutation { changePassword(input: { currentPassword: "guess guess", newPassword: "guess guess" }) { endedSessions } }`,
        as(ada),
      )
    for (let i = 0; i < 3; i++) expect(codes(await guess())).toEqual(['INVALID_CREDENTIALS'])
    expect(codes(await guess())).toEqual(['RATE_LIMITED'])
    await strict.drop()
  })
})

describe('an account that is deleted', () => {
  const remove = (session: Session, secret?: string) =>
    given.execute('mutation ($password: String) { deleteAccount(input: { password: $password }) { userId } }', {
      ...as(session),
      variables: { password: secret ?? null },
    })

  test('leaves a deleted user without anything personal, and no session of it works', async () => {
    const ada = await given.register('deleted1', { name: 'Ada' })
    await update(ada, { avatarUrl: 'https://example.org/ada.png', statusText: 'Hello' })
    const phone = given.session(await logIn('deleted1'))
    expect(await remove(ada, password)).toEqual({ data: { deleteAccount: { userId: ada.user.id } } })
    for (const session of [ada, phone]) {
      expect(codes(await meOf(session))).toEqual(['UNAUTHENTICATED'])
      expect(codes(await given.refresh(session.refreshToken))).toEqual(['UNAUTHENTICATED'])
    }
    expect(codes(await logIn('deleted1'))).toEqual(['INVALID_CREDENTIALS'])
    const fields = '{ name handle avatarUrl statusText isDeleted contactable }'
    expect(await given.execute(`{ user(id: "${ada.user.id}") ${fields} }`, as(await given.guest()))).toEqual({
      data: {
        user: {
          ...{ name: 'Deleted user', handle: null, avatarUrl: null, statusText: null },
          ...{ isDeleted: true, contactable: false },
        },
      },
    })
    expect((await given.register('deleted1')).user.id).not.toBe(ada.user.id)
  })

  test('needs its password, but for a guest, who has none', async () => {
    const ada = await given.register('deleted2')
    expect(codes(await remove(ada))).toEqual(['INVALID_CREDENTIALS'])
    expect(codes(await remove(ada, 'wrong password'))).toEqual(['INVALID_CREDENTIALS'])
    expect(await meOf(ada)).toMatchObject({ data: { me: { handle: 'deleted2' } } })
    const guest = await given.guest()
    expect(await remove(guest)).toEqual({ data: { deleteAccount: { userId: guest.user.id } } })
    expect(codes(await meOf(guest))).toEqual(['UNAUTHENTICATED'])
  })
})

describe('the export of one’s own data', () => {
  test('holds profile, sessions and blocked users, and no secret', async () => {
    const ada = await given.register('export1')
    const eve = await given.guest('Eve')
    await given.execute(`mutation { blockUser(input: { userId: "${eve.user.id}" }) { user { id } } }`, as(ada))
    const { data } = await given.execute('{ exportMyData }', as(ada))
    const text = (data as { exportMyData: string }).exportMyData
    const own = JSON.parse(text)
    expect(own.account).toMatchObject({ id: ada.user.id, handle: 'export1', createdAt: ada.user.createdAt })
    expect(own.sessions).toHaveLength(1)
    expect(own.blockedUsers).toMatchObject([{ id: eve.user.id, name: 'Eve' }])
    expect(own.truncated).toEqual([])
    expect(text).not.toMatch(/password|secret|hash/i)
    expect(codes(await given.execute('{ exportMyData }'))).toEqual(['UNAUTHENTICATED'])
  })
})
