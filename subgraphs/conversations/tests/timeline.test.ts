import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readAfter } from '../../../platform/timeline/index.ts'
import { memberIds, type ConversationAnswer, type Person } from './person.ts'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

interface LoggedEvent {
  __typename: string
  rev: number
  title?: string
  role?: string
  user?: { id: string }
  actor: { id: string }
}
const eventsAfter = async (id: string, rev: number) => {
  const page = await readAfter(world.database, id, rev, 10_000)
  return page!.events.map(({ payload }) => payload as unknown as LoggedEvent)
}

/** A conversation as one reads it off its events. */
interface State {
  title: string | null
  roles: Map<string, string>
}
const stateOf = (conversation: ConversationAnswer): State => ({
  title: conversation.title,
  roles: new Map(conversation.members.edges.map(({ node }) => [node.user.id, node.role])),
})
function apply({ title, roles }: State, events: LoggedEvent[]): State {
  const after: State = { title, roles: new Map(roles) }
  for (const event of events) {
    if (event.__typename === 'TitleChanged') after.title = event.title!
    if (event.__typename === 'MemberAdded' || event.__typename === 'RoleChanged')
      after.roles.set(event.user!.id, event.role!)
    if (event.__typename === 'MemberRemoved') after.roles.delete(event.user!.id)
  }
  return after
}

test('each change is an event with who did it; a departure ends the subscriptions of who goes', async () => {
  const [ada, ben, eve] = (await world.people(3)) as [Person, Person, Person]
  const { id } = await ada.createGroup('One', [ben])
  await ada.rename(id, 'Two')
  await eve.join(await ada.invite(id))
  await ada.remove(id, ben.id)
  await ada.leave(id)
  const user = (person: Person) => ({ __typename: 'User', id: person.id })
  const { events } = (await readAfter(world.database, id, 0, 100))!
  expect(events.map(({ payload, endsFor }) => ({ ...payload, endsFor }))).toMatchObject([
    { __typename: 'ConversationCreated', actor: user(ada) },
    ...[
      { user: user(ada), role: 'OWNER' },
      { user: user(ben), role: 'MEMBER' },
    ].map((added) => ({ __typename: 'MemberAdded', actor: user(ada), ...added })),
    { __typename: 'TitleChanged', title: 'Two', actor: user(ada) },
    { __typename: 'MemberAdded', user: user(eve), role: 'MEMBER', actor: user(eve) },
    { __typename: 'MemberRemoved', user: user(ben), actor: user(ada), endsFor: [ben.id] },
    { __typename: 'RoleChanged', user: user(eve), role: 'OWNER', actor: user(ada) },
    { __typename: 'MemberRemoved', user: user(ada), actor: user(ada), endsFor: [ada.id] },
  ])
  expect(events.map(({ rev }) => rev)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
})

test('what was committed is published, in order, and what was refused is not', async () => {
  const [ada, ben] = (await world.people(2)) as [Person, Person]
  const { id } = await ada.openDirect(ben.id)
  await expect(ada.leave(id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  const published = (await world.published()).filter(({ topic }) => topic === `conversation:${id}`)
  expect(published).toEqual((await readAfter(world.database, id, 0, 100))!.events)
  expect(published).toHaveLength(3)
})

test('state read at any moment plus the events after its rev is the state at the end, under changes at once', async () => {
  const [owner, ...others] = (await world.people(9)) as [Person, ...Person[]]
  const { id } = await owner.createGroup('Start', others.slice(0, 4))
  const code = await owner.invite(id)
  const snapshots: ConversationAnswer[] = []
  const tolerated = (change: Promise<unknown>) =>
    change.catch((error) => expect(error.code).toMatch(/FORBIDDEN|NOT_FOUND/))

  const changes = others.map(async (person, n) => {
    for (let round = 0; round < 4; round++) {
      await tolerated(owner.rename(id, `${n}.${round}`))
      await tolerated(person.join(code))
      snapshots.push(await owner.see(id))
      await tolerated(round % 2 ? person.leave(id) : owner.remove(id, person.id))
      snapshots.push(await owner.see(id))
      await tolerated(owner.add(id, [person.id]))
    }
  })
  await Promise.all(changes)

  const end = await owner.see(id)
  const history = await eventsAfter(id, 0)
  expect(history.map(({ rev }) => rev)).toEqual(Array.from({ length: end.rev }, (_, n) => n + 1))
  expect(apply({ title: 'Start', roles: new Map() }, history)).toEqual(stateOf(end))
  expect(new Set(snapshots.map(({ rev }) => rev)).size).toBeGreaterThan(5)
  for (const snapshot of snapshots) {
    expect(apply(stateOf(snapshot), history.slice(snapshot.rev))).toEqual(stateOf(end))
    const then = apply({ title: 'Start', roles: new Map() }, history.slice(0, snapshot.rev))
    expect([snapshot.memberCount, snapshot.title]).toEqual([then.roles.size, then.title])
  }
  expect(end.memberCount).toBe(memberIds(end).length)
})
