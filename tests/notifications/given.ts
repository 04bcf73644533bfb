/** What the suites of notifications do. */
import { Person } from '../harness/person.ts'
import type { PushReceiver } from '../harness/pushReceiver.ts'
import { until } from '../../platform/time/until.ts'

export interface Told {
  id: string
  rev: number
  kind: string
  silent: boolean
  readAt: string | null
  messageSeq: number | null
  actor: { name: string }
  conversation: { id: string } | null
  message: { text: string } | null
}

const FIELDS = 'id rev kind silent readAt messageSeq actor { name } conversation { id kind } message { text }'

export async function mutate(person: Person, field: string, input: Record<string, unknown>, selection: string) {
  const named = `${field[0]!.toUpperCase()}${field.slice(1)}Input`
  const type = field === 'addReaction' ? 'ReactionInput' : named
  const data = await person.get(`mutation ($input: ${type}!) { ${field}(input: $input) { ${selection} } }`, { input })
  return data[field]
}

export const directly = async (person: Person, other: Person): Promise<string> =>
  (await mutate(person, 'openDirectConversation', { userId: other.id }, 'conversation { id }')).conversation.id

let sends = 0
export const say = async (person: Person, conversationId: string, text: string, more: object = {}) => {
  const input = { conversationId, text, clientMessageId: `n${(sends += 1)}`, ...more }
  return (await person.get(Person.sendMutation, { input })).sendMessage.message as { id: string; seq: number }
}

/** The newest page of what somebody was told, errors about what they may not see any more left aside. */
export async function page(person: Person, args = '(first: 100)') {
  const { data, errors } = await person.ask(
    `{ notifications${args} { unreadCount rev edges { cursor node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`,
  )
  if (!data || errors?.some(({ extensions }) => extensions.code !== 'FORBIDDEN'))
    throw new Error(JSON.stringify(errors))
  const { edges, ...rest } = (data as never as { notifications: { edges: { node: Told }[] } & Record<string, unknown> })
    .notifications
  return { ...rest, told: edges.map(({ node }) => node) } as {
    told: Told[]
    unreadCount: number
    rev: number
    pageInfo: { hasNextPage: boolean; endCursor: string }
  }
}

/** Waits until somebody was told so many times; resolves with what, newest first. */
export async function told(person: Person, count: number): Promise<Told[]> {
  let last: Told[] = []
  await until(
    async () => (last = (await page(person)).told).length >= count,
    () => `${person.name} was told ${JSON.stringify(last)}, not ${count} times`,
  )
  return last
}

export const kinds = (all: readonly Told[]) => all.map(({ kind }) => kind)

export const settings = (person: Person, input: object) =>
  mutate(person, 'updateNotificationSettings', input as Record<string, unknown>, 'settings { kinds }')

export const keep = (person: Person, conversationId: string, input: object) =>
  mutate(person, 'updateConversationSettings', { conversationId, ...input }, 'conversation { id }')

export async function withBrowser(person: Person, receiver: PushReceiver) {
  const browser = receiver.browser()
  await mutate(person, 'registerPushSubscription', browser, 'subscription { id }')
  return browser
}
