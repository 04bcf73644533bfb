/** Typing and receipts through the public API: state, of which only the newest counts. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import type { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import type { Watcher } from '../harness/watcher.ts'
import { block, closeWatchers, direct, guests, stands, type, watchReceipts, watchTyping } from './watching.ts'

let place: TestSystem
beforeAll(async () => void (place = await TestSystem.start()))
afterAll(() => place.stop())
afterEach(closeWatchers)

test('typing is told while it lasts, ends by itself, and names who types', async () => {
  const [ada, bob] = await guests(place, 'Ada', 'Bob')
  const id = await ada.startGroup('Typing', [bob])
  const watcher = watchTyping(bob, id)
  await stands(watcher, ada, id)
  expect(watcher.last).toEqual({ isTyping: true, user: { id: ada.id, name: 'Ada' } })
  const late = watchTyping(bob, id)
  await late.until('who typed before', ({ last }) => last?.isTyping)
  for (const one of [watcher, late]) {
    await one.until('the end of typing', ({ last }) => last?.isTyping === false)
    expect(one.results).toHaveLength(2)
  }
})

test('who says so ends typing at once', async () => {
  const [ada, bob] = await guests(place, 'Ada', 'Bob')
  const id = await ada.startGroup('Typing', [bob])
  const watcher = watchTyping(bob, id)
  await stands(watcher, ada, id)
  await type(ada, id, false)
  await watcher.until('the end', ({ last }) => last?.isTyping === false)
})

test('strangers neither type nor see who types; one who is removed sees nothing that comes after', async () => {
  const [ada, bob, eve] = await guests(place, 'Ada', 'Bob', 'Eve')
  const id = await ada.startGroup('Closed', [bob])
  const stranger = watchTyping(eve, id)
  await stranger.until('the refusal', ({ errors }) => errors.length > 0)
  expect(stranger.errors[0]?.code).toBe('FORBIDDEN')
  await expect(type(eve, id)).rejects.toThrow('FORBIDDEN')
  const [typing, receipts] = [watchTyping(bob, id), watchReceipts(bob, id)]
  await stands(typing, ada, id)
  await receipts.until('the receipts', ({ results }) => results.length === 2)
  await type(ada, id, false)
  await typing.until('the end', ({ last }) => last?.isTyping === false)
  await ada.remove(id, bob)
  const seen = [typing.results.length, receipts.results.length]
  const watcher = watchTyping(ada, id)
  await stands(watcher, ada, id)
  await ada.send(id, 'alone')
  await ada.get('mutation ($input: MarkReadInput!) { markRead(input: $input) { conversation { id } } }', {
    input: { conversationId: id, seq: 1 },
  })
  for (const one of [typing, receipts]) await one.until('the end', ({ isCompleted }) => isCompleted)
  expect([typing.results.length, receipts.results.length]).toEqual(seen)
})

test('in a direct conversation, one whom the other blocks types into the void, and is not told so', async () => {
  const [ada, bob] = await guests(place, 'Ada', 'Bob')
  const id = await direct(ada, bob)
  const watcher = watchTyping(bob, id)
  await stands(watcher, ada, id)
  await type(ada, id, false)
  await watcher.until('the end', ({ last }) => last?.isTyping === false)
  await block(bob, ada)
  const seen = watcher.results.length
  await type(ada, id).catch(() => undefined)
  await type(bob, id).catch(() => undefined)
  await block(bob, ada, false)
  await type(ada, id)
  await watcher.until('typing again', ({ last }) => last?.isTyping)
  expect(watcher.results.length).toBe(seen + 1)
})

test('in a group, those of whom one blocks the other see nothing of each other’s typing, either way, until they do no more', async () => {
  const [ada, bob, eve] = await guests(place, 'Ada', 'Bob', 'Eve')
  const id = await ada.startGroup('Blocks', [bob, eve])
  const [toAda, toEve] = [watchTyping(ada, id), watchTyping(eve, id)]
  await stands(toAda, eve, id)
  await toEve.until('that they type themselves', ({ results }) => results.length > 0)
  await block(ada, eve)
  await toAda.until('the end for whom they block', ({ last }) => last?.isTyping === false)
  await type(ada, id)
  await type(eve, id)
  const late = watchTyping(eve, id)
  for (const watcher of [toAda, toEve, late]) await tells(watcher, bob, id)
  const told = (watcher: Watcher) => new Set(watcher.results.map(({ user }) => user.name))
  expect([told(toEve), told(late)]).toEqual([new Set(['Eve', 'Bob']), new Set(['Eve', 'Bob'])])
  expect(toAda.results.filter(({ user, isTyping }) => user.id === eve.id && isTyping)).toHaveLength(1)
  await block(ada, eve, false)
  await tells(toEve, ada, id)
})

/** Says it again while nobody is told: a slow machine lets typing end before a subscription stands. */
async function tells(watcher: Watcher, typist: Person, id: string): Promise<void> {
  const isTold = ({ results }: Watcher) => results.some(({ user }) => user.id === typist.id)
  for (let attempt = 1; !isTold(watcher); attempt += 1) {
    await type(typist, id)
    await watcher.until('who types', isTold, 4_000).catch((error: unknown) => {
      if (attempt === 10) throw error
    })
  }
}

test('in an announcement channel only those who may write may type', async () => {
  const [ada, bob] = await guests(place, 'Ada', 'Bob')
  const { createChannel } = await ada.get(
    'mutation ($input: CreateChannelInput!) { createChannel(input: $input) { conversation { id } } }',
    { input: { title: 'News', announcement: true } },
  )
  const { id } = createChannel.conversation
  await bob.get('mutation ($input: JoinChannelInput!) { joinChannel(input: $input) { conversation { id } } }', {
    input: { conversationId: id },
  })
  await expect(type(bob, id)).rejects.toThrow('FORBIDDEN')
  const watcher = watchTyping(bob, id)
  await stands(watcher, ada, id)
})

test('typing is rate limited, with the time to wait', async () => {
  const [ada] = await guests(place, 'Ada')
  const id = await ada.startGroup('Fast')
  const answers = await Promise.all(
    Array.from({ length: 100 }, () =>
      ada.ask('mutation ($input: SetTypingInput!) { setTyping(input: $input) { isTyping } }', {
        input: { conversationId: id, isTyping: true },
      }),
    ),
  )
  const refused = answers.flatMap(({ errors }) => errors ?? [])
  expect(refused.length).toBeGreaterThan(0)
  expect(refused[0]?.extensions).toMatchObject({ code: 'RATE_LIMITED', retriable: true })
  expect((refused[0]?.extensions as { retryAfterMs?: number }).retryAfterMs).toBeGreaterThan(0)
})

test('receipts are told as they stand, then as they move; a pointer never goes back', async () => {
  const [ada, bob] = await guests(place, 'Ada', 'Bob')
  const id = await ada.startGroup('Receipts', [bob])
  for (const text of ['one', 'two', 'three']) await ada.send(id, text)
  const mark = (field: 'markRead' | 'markDelivered', seq: number) => {
    const input = field === 'markRead' ? 'MarkReadInput' : 'MarkDeliveredInput'
    const query = `mutation ($input: ${input}!) { ${field}(input: $input) { conversation { id } } }`
    return bob.get(query, { input: { conversationId: id, seq } })
  }
  await mark('markDelivered', 1)
  const watcher = watchReceipts(ada, id)
  await watcher.until('everyone', ({ results }) => results.length === 2)
  expect(watcher.results).toContainEqual({ user: { id: bob.id }, readSeq: 0, deliveredSeq: 1 })
  await mark('markRead', 2)
  await mark('markDelivered', 3)
  await mark('markRead', 1)
  await watcher.until('the newest', ({ last }) => last?.readSeq === 2 && last.deliveredSeq === 3)
  const moves = watcher.results.slice(2).map(({ readSeq, deliveredSeq }) => readSeq + deliveredSeq)
  expect(moves).toEqual(moves.toSorted((a, b) => a - b))
})

test('a session that ends is told nothing more, over sockets and over HTTP', async () => {
  const [ada, bob] = await guests(place, 'Ada', 'Bob')
  const id = await ada.startGroup('Sessions', [bob])
  const query = 'subscription ($id: ID!) { typing(conversationId: $id) { isTyping } }'
  const response = await fetch(`${place.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      authorization: `Bearer ${bob.accessToken}`,
    },
    body: JSON.stringify({ query, variables: { id } }),
  })
  const stream = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  const watcher = watchTyping(bob, id)
  await stands(watcher, ada, id)
  let text = ''
  while (!text.includes('"isTyping":true')) text += (await stream.read()).value ?? ''
  await bob.get('mutation { logOut { sessionId } }')
  const seen = watcher.results.length
  await type(ada, id, false)
  for (let end = false; !end;) {
    const { done, value } = await stream.read().catch(() => ({ done: true, value: undefined }))
    text += value ?? ''
    end = done
  }
  expect(text).not.toContain('"isTyping":false')
  const late = watchTyping(ada, id)
  await stands(late, ada, id)
  expect(watcher.results.length).toBe(seen)
})
