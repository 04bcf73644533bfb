import { randomUUID } from 'node:crypto'
import { Person } from '../harness/person.ts'
import type { Place } from '../harness/place.ts'

/** Everyone whose answer the table names, as the columns of it. */
export const personas = [
  'anonymous',
  /** Of the owner, for something else. */
  'keyWithout',
  'stranger',
  /** A stranger without an account of their own. */
  'visitor',
  /** Was a member once. */
  'former',
  'banned',
  'guest',
  'member',
  'admin',
  'owner',
  /** Of the owner, with every scope. */
  'keyWith',
] as const
export type Persona = (typeof personas)[number]

export type People = Record<Exclude<Persona, 'anonymous' | 'keyWith' | 'keyWithout'>, Person>

/** A group with one of each role, in which something was said. Made anew for each operation that changes something. */
export interface Scene {
  people: People
  id: string
  messageId: string
  inviteCode: string
  webhookId: string
  /** What an operation names once: new at each use. */
  unique(): string
  /** A new message of the owner. */
  say(): Promise<string>
}

const PASSWORD = 'correct horse battery'
export const passwordOf = () => PASSWORD

async function registered(place: Place, name: string): Promise<Person> {
  const person = await Person.guest(place, name)
  const handle = `p_${randomUUID().slice(0, 8)}`
  await person.get('mutation ($input: RegisterInput!) { register(input: $input) { session { accessToken } } }', {
    input: { name, handle, password: PASSWORD },
  })
  return person
}

export async function createPeople(place: Place): Promise<People> {
  const names = ['stranger', 'former', 'banned', 'guest', 'member', 'admin', 'owner'] as const
  const people = await Promise.all(names.map(async (name) => [name, await registered(place, name)] as const))
  return { ...(Object.fromEntries(people) as Omit<People, 'visitor'>), visitor: await Person.guest(place, 'visitor') }
}

export async function createScene(people: People): Promise<Scene> {
  const { owner, admin, member, guest, former, banned } = people
  const id = await owner.startGroup('Permissions', [admin, member, guest, former, banned])
  const own = (mutation: string, type: string, input: object, answer: string) =>
    owner.get(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${answer} } }`, {
      input: { conversationId: id, ...input },
    })
  await own('changeRole', 'ChangeRoleInput', { userId: admin.id, role: 'ADMIN' }, 'conversation { id }')
  await own('changeRole', 'ChangeRoleInput', { userId: guest.id, role: 'GUEST' }, 'conversation { id }')
  await owner.remove(id, former)
  await own('banMember', 'BanMemberInput', { userId: banned.id }, 'conversation { id }')
  const { createInvite } = await own('createInvite', 'CreateInviteInput', {}, 'invite { code }')
  const webhook = { name: 'Table', url: 'https://example.com/hook' }
  const { createWebhook } = await own('createWebhook', 'CreateWebhookInput', webhook, 'webhook { id }')
  const say = async () => (await owner.send(id, 'a message to act on')).id
  return {
    people,
    id,
    messageId: await say(),
    inviteCode: createInvite.invite.code,
    webhookId: createWebhook.webhook.id,
    unique: randomUUID,
    say,
  }
}
