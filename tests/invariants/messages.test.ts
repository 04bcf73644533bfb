import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { createClient } from 'graphql-ws'
import WebSocket from 'ws'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())

interface Seen {
  __typename: string
  message?: {
    text: string
    deletedAt: string | null
    reactions: { emoji: string; count: number; reactedByMe: boolean }[]
  }
}

const message = 'message { id text deletedAt reactions { emoji count reactedByMe } }'
const SUBSCRIPTION = `subscription ($id: ID!, $after: Int) { conversationEvents(conversationId: $id, after: $after) {
  __typename
  ... on MessageSent { ${message} } ... on MessageEdited { ${message} } ... on MessageDeleted { ${message} }
  ... on ReactionChanged { ${message} }
} }`

/** Follows what happens to messages, with a selection that is not the same for all. */
function follow(person: Person, id: string, after = 0) {
  const client = createClient({
    url: `${system.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    shouldRetry: () => false,
    connectionParams: () => ({ authorization: `Bearer ${person.accessToken}` }),
  })
  const events: Seen[] = []
  const errors: unknown[] = []
  client.subscribe<{ conversationEvents: Seen }>(
    { query: SUBSCRIPTION, variables: { id, after } },
    {
      next: ({ data, errors: faults }) => {
        if (faults) errors.push(...faults)
        if (data?.conversationEvents.message) events.push(data.conversationEvents)
      },
      error: (error) => void errors.push(error),
      complete: () => {},
    },
  )
  const seen = (count: number) =>
    until(
      () => events.length >= count || errors.length > 0,
      () => JSON.stringify({ events, errors }),
    )
  return { events, errors, seen, close: () => client.dispose() }
}

const mutate = (person: Person, name: string, type: string, input: object) =>
  person.get(`mutation ($input: ${type}!) { ${name}(input: $input) { message { id } } }`, { input })

test('a live event with what is each viewer’s own is resolved for each viewer', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Own', [bob])
  const { id: messageId } = await ada.send(group, 'react to this')
  const followers = [follow(ada, group), follow(bob, group)]
  await Promise.all(followers.map(({ seen }) => seen(1)))
  await mutate(bob, 'addReaction', 'ReactionInput', { messageId, emoji: '👍' })
  const reactions = followers.map(async ({ events, errors, seen, close }) => {
    await seen(2)
    await close()
    expect(errors).toEqual([])
    return events.at(-1)!.message!.reactions
  })
  expect(await Promise.all(reactions)).toEqual([
    [{ emoji: '👍', count: 1, reactedByMe: false }],
    [{ emoji: '👍', count: 1, reactedByMe: true }],
  ])
})

test('a deleted text is told to nobody who comes later, from whatever position', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Gone', [bob])
  const { id: messageId } = await ada.send(group, 'a secret')
  await mutate(ada, 'editMessage', 'EditMessageInput', { messageId, text: 'another secret' })
  await mutate(ada, 'deleteMessage', 'DeleteMessageInput', { messageId })
  const follower = follow(bob, group)
  await follower.seen(3)
  await follower.close()
  expect(follower.errors).toEqual([])
  expect(follower.events.map(({ __typename }) => __typename)).toEqual([
    'MessageSent',
    'MessageEdited',
    'MessageDeleted',
  ])
  expect(JSON.stringify(follower.events)).not.toContain('secret')
})

test('a scheduled message is sent by the worker, to those who listen', async () => {
  const [ada, bob] = [await Person.guest(system, 'Ada'), await Person.guest(system, 'Bob')]
  const group = await ada.startGroup('Later', [bob])
  const follower = follow(bob, group)
  const sendAt = new Date(Date.now() + 1_000).toISOString()
  await ada.get(
    'mutation ($input: ScheduleMessageInput!) { scheduleMessage(input: $input) { scheduledMessage { id } } }',
    { input: { conversationId: group, clientMessageId: 'later', text: 'good morning', sendAt } },
  )
  await follower.seen(1)
  await follower.close()
  expect(follower.events.at(-1)).toMatchObject({ __typename: 'MessageSent', message: { text: 'good morning' } })
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(sendAt))
})
