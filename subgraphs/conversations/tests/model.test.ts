import { afterAll, beforeAll, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readAfter } from '../../../platform/timeline/index.ts'
import { ModelConversation, type Role } from './model.ts'
import type { ConversationAnswer, Person } from './person.ts'
import { say } from './say.ts'
import { openWorld, type World } from './world.ts'

let world: World
let people: Person[]
beforeAll(async () => {
  world = await openWorld()
  people = await world.people(4)
  // No two join in the same millisecond, and none before what was said by the real clock: so it is certain who came first.
  let now = 0
  world.clock.now = () => (now = Math.max(now + 1, Date.now()))
})
afterAll(() => world.close())

const roles: readonly Role[] = ['OWNER', 'ADMIN', 'MEMBER', 'GUEST']
const step = fc.record({
  does: fc.constantFrom(
    'join',
    'leave',
    'remove',
    'ban',
    'unban',
    'role',
    'transfer',
    'say',
    'read',
    'rename',
    'topic',
  ),
  actor: fc.nat(3),
  other: fc.nat(3),
  role: fc.constantFrom(...roles),
  back: fc.nat(4),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** What is allowed, said once more in other words than the domain's: by rank. */
const rank = (role: Role) => roles.length - roles.indexOf(role)
const mayManage = (actor: Role, role: Role) => actor === 'OWNER' || (actor === 'ADMIN' && rank(role) < rank('ADMIN'))

/** Plays one step on the system and, where the system must allow it, on the model. */
async function play(
  id: string,
  code: string,
  model: ModelConversation,
  { does, actor: a, other: o, role, back }: Step,
) {
  const [actor, other] = [people[a]!, people[o]!]
  const [me, you] = [model.members.get(actor.id), model.members.get(other.id)]
  const input = { conversationId: id, userId: other.id }
  const staff = me?.role === 'OWNER' || me?.role === 'ADMIN'
  const seq = Math.max(0, model.messages - back)
  const expected = async (attempt: Promise<unknown>, allowed: boolean, change: () => void) => {
    const outcome = await attempt.then(
      () => 'done',
      (error: { code: string }) => error.code,
    )
    expect([does, outcome === 'done']).toEqual([does, allowed])
    if (allowed) change()
  }
  const others = a !== o
  switch (does) {
    case 'join':
      return expected(actor.join(code), !model.banned.has(actor.id), () => model.join(actor.id))
    case 'leave':
      // The last member stays, so that there is something left to look at; who has left leaves again without effect.
      if (!me || model.members.size === 1) return
      return expected(actor.leave(id), true, () => model.leave(actor.id))
    case 'remove':
      // Who is gone stays gone, who never was here is not found: either changes nothing.
      if (!you) return void (await actor.remove(id, other.id).catch(() => undefined))
      return expected(actor.remove(id, other.id), staff && others && mayManage(me.role, you.role), () =>
        model.remove(other.id),
      )
    case 'ban':
      return expected(actor.mutate('banMember', input), staff && others && (!you || mayManage(me.role, you.role)), () =>
        model.ban(other.id),
      )
    case 'unban':
      return expected(actor.mutate('unbanMember', input), staff, () => void model.banned.delete(other.id))
    case 'role': {
      const lastOwner = you?.role === 'OWNER' && role !== 'OWNER' && model.owners === 1
      const allowed =
        staff &&
        !!you &&
        (you.role === role || (mayManage(me.role, you.role) && mayManage(me.role, role) && !lastOwner))
      return expected(actor.mutate('changeRole', { ...input, role }), allowed, () => void (you!.role = role))
    }
    case 'transfer': {
      const already = me?.role === 'ADMIN' && you?.role === 'OWNER'
      return expected(
        actor.mutate('transferOwnership', input),
        others && !!you && (me?.role === 'OWNER' || already),
        () => {
          you!.role = 'OWNER'
          me!.role = 'ADMIN'
        },
      )
    }
    case 'say':
      if (!me) return
      await say(world.database, id, actor.id)
      return model.say(actor.id)
    case 'read':
      return expected(actor.read(id, seq), !!me, () => model.read(actor.id, seq))
    case 'rename':
      return expected(actor.rename(id, `Title ${back}`), staff, () => void (model.title = `Title ${back}`))
    case 'topic': {
      const topic = back ? `Topic ${back}` : null
      const allowed = !!me && me.role !== 'GUEST'
      return expected(
        actor.mutate('changeTopic', { conversationId: id, topic }),
        allowed,
        () => void (model.topic = topic),
      )
    }
  }
}

/** What events tell of a conversation. */
interface State {
  title: string | null
  topic: string | null
  roles: Map<string, string>
  banned: Set<string>
  messages: number
}
interface LoggedEvent {
  __typename: string
  title?: string
  topic?: string | null
  role?: string
  user?: { id: string }
}
function apply(state: State, { __typename, title, topic, role, user }: LoggedEvent): void {
  if (__typename === 'TitleChanged') state.title = title!
  if (__typename === 'TopicChanged') state.topic = topic!
  if (__typename === 'MemberAdded' || __typename === 'RoleChanged') state.roles.set(user!.id, role!)
  if (__typename === 'MemberRemoved') state.roles.delete(user!.id)
  if (__typename === 'MemberBanned') state.banned.add(user!.id)
  if (__typename === 'MemberUnbanned') state.banned.delete(user!.id)
  if (__typename === 'MessageSent') state.messages += 1
}
const eventsAfter = async (id: string, rev: number) =>
  (await readAfter(world.database, id, rev, 1_000))!.events.map(({ payload }) => payload as unknown as LoggedEvent)

const rolesOf = (model: ModelConversation) => new Map([...model.members].map(([id, member]) => [id, member.role]))
const seen = ({ title, members }: ConversationAnswer) => ({
  title,
  roles: new Map(members.edges.map(({ node }) => [node.user.id, node.role])),
})

test('after any sequence of changes everyone sees what a simple model says, and the log tells the same', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 40, size: 'max' }),
      fc.nat(39),
      async (steps, moment) => {
        const { id, rev } = await people[0]!.createGroup('Start', [people[1]!])
        const code = await people[0]!.invite(id)
        const model = new ModelConversation(people[0]!.id, people[1]!.id)
        const roles = rolesOf(model)
        let snapshot: State & { rev: number } = {
          title: 'Start',
          topic: null,
          roles,
          banned: new Set(),
          messages: 0,
          rev,
        }

        for (const [n, next] of steps.entries()) {
          await play(id, code, model, next)
          for (const person of people) {
            const member = model.members.get(person.id)
            if (!member) {
              await expect(person.see(id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
              continue
            }
            const view = await person.see(id)
            expect({ ...seen(view), unread: view.unreadCount, count: view.memberCount }).toEqual({
              title: model.title,
              roles: rolesOf(model),
              unread: member.unread.size,
              count: model.members.size,
            })
            const { readSeq } = view.members.edges.find(({ node }) => node.user.id === person.id)!.node
            expect(readSeq).toBe(member.read)
            if (n === moment) {
              const { topic, messages, banned } = model
              snapshot = { ...seen(view), topic, messages, banned: new Set(banned), rev: view.rev }
            }
          }
        }

        const { rev: from, ...state } = snapshot
        for (const event of await eventsAfter(id, from)) apply(state, event)
        const { title, topic, messages, banned } = model
        expect(state).toEqual({ title, topic, messages, banned, roles: rolesOf(model) })
      },
    ),
    { numRuns: 25 },
  )
})
