/** What the suites of this folder stand on: subscriptions to what is state, and what changes it. */
import { Person } from '../harness/person.ts'
import type { Place } from '../harness/place.ts'
import { Watcher } from '../harness/watcher.ts'

const watchers: Watcher[] = []

export const closeWatchers = () => Promise.all(watchers.splice(0).map((watcher) => watcher.close()))

export function watch(person: Person, query: string, variables: Record<string, unknown>): Watcher {
  const watcher = Watcher.open(person, query, variables)
  watchers.push(watcher)
  return watcher
}

export const watchTyping = (person: Person, id: string) =>
  watch(person, 'subscription ($id: ID!) { typing(conversationId: $id) { isTyping user { id name } } }', { id })

export const watchReceipts = (person: Person, id: string) =>
  watch(
    person,
    'subscription ($id: ID!) { receiptChanged(conversationId: $id) { user { id } readSeq deliveredSeq } }',
    {
      id,
    },
  )

export const watchPresence = (person: Person, others: Person[]) =>
  watch(
    person,
    'subscription ($ids: [ID!]!) { presenceChanged(userIds: $ids) { user { id name } presence { availability lastSeenAt } } }',
    { ids: others.map(({ id }) => id) },
  )

export const type = (person: Person, conversationId: string, isTyping = true) =>
  person.get('mutation ($input: SetTypingInput!) { setTyping(input: $input) { isTyping } }', {
    input: { conversationId, isTyping },
  })

export const guests = (place: Place, ...names: string[]) =>
  Promise.all(names.map((name) => Person.guest(place, name))) as Promise<[Person, Person, Person]>

export const direct = async (person: Person, other: Person): Promise<string> => {
  const query =
    'mutation ($input: OpenDirectConversationInput!) { openDirectConversation(input: $input) { conversation { id } } }'
  return (await person.get(query, { input: { userId: other.id } })).openDirectConversation.conversation.id
}

export const block = (person: Person, other: Person, isBlocked = true) =>
  person.get(
    `mutation ($input: BlockUserInput!) { ${isBlocked ? 'blockUser' : 'unblockUser'}(input: $input) { user { id } } }`,
    { input: { userId: other.id } },
  )

/** Resolves when the subscription stands: it tells what is done now. */
export async function stands(watcher: Watcher, typist: Person, id: string): Promise<void> {
  await type(typist, id)
  await watcher.until('that somebody types', ({ results }) => results.length > 0)
}
