import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'
import { Collector, type CollectedSpan } from './collector.ts'

let collector: Collector
let system: TestSystem
beforeAll(async () => {
  collector = await Collector.start()
  system = await TestSystem.start({ PARLEY_TRACES_URL: collector.url, PARLEY_TRACES_PERCENT: '0' })
})
afterAll(async () => {
  await system.stop()
  await collector.stop()
})

const traceId = (n: number) => n.toString(16).padStart(32, '0')
const traceparent = (n: number) => `00-${traceId(n)}-00000000000000aa-01`

/** The names from the client's own span down to each of this name. */
const waysTo = (name: string, spans: readonly CollectedSpan[]): string[] =>
  spans.filter((one) => one.name === name).map((span) => wayTo(span, spans))

function wayTo({ name, parentSpanId }: CollectedSpan, spans: readonly CollectedSpan[]): string {
  if (parentSpanId === '00000000000000aa') return `client > ${name}`
  const parent = spans.find(({ spanId }) => spanId === parentSpanId)
  return parent ? `${wayTo(parent, spans)} > ${name}` : name
}

test('one trace holds a send, its event on the way through the log, and its delivery to a subscriber', async () => {
  const ada = await Person.guest(system, 'Ada')
  const conversation = await ada.startGroup('Traced')
  const listener = await upToDate(ada, conversation)
  const sent = await system.graphql(
    'mutation Say($input: SendMessageInput!) { sendMessage(input: $input) { message { seq sender { name } } } }',
    { input: { conversationId: conversation, clientMessageId: 'traced-1', text: 'hello' } },
    { authorization: `Bearer ${ada.accessToken}`, traceparent: traceparent(1) },
  )
  expect(sent.errors).toBeUndefined()
  const spans = await collected(1, 'deliver')
  const event = 'client > mutation Say > fetch messages > subgraph messages > fanout'
  expect(waysTo('deliver', spans)).toEqual([`${event} > deliver`])
  expect(waysTo('subgraph users', spans).sort()).toEqual([
    // The sender's name for the subscribers, and for the answer.
    `${event} > fetch users > subgraph users`,
    'client > mutation Say > fetch users > subgraph users',
  ])
  await listener.close()
})

test('a change that is no send is traced to its delivery too', async () => {
  const ada = await Person.guest(system, 'Ada')
  const conversation = await ada.startGroup('Before')
  const listener = await upToDate(ada, conversation)
  await system.graphql(
    'mutation Rename($input: RenameConversationInput!) { renameConversation(input: $input) { conversation { id } } }',
    { input: { conversationId: conversation, title: 'After' } },
    { authorization: `Bearer ${ada.accessToken}`, traceparent: traceparent(2) },
  )
  expect(waysTo('deliver', await collected(2, 'deliver'))[0]).toMatch(/^client > mutation Rename > /)
  await listener.close()
})

test('an operation that fails says why by its code', async () => {
  await system.graphql(
    'query Who { conversations(first: 1) { edges { cursor } } }',
    {},
    { traceparent: traceparent(3) },
  )
  const [span] = (await collected(3, 'query Who')).filter(({ name }) => name === 'query Who')
  expect(span!.status).toMatchObject({ code: 2, message: 'UNAUTHENTICATED' })
})

test('a trace that the client did not ask for is left to chance, here to none', async () => {
  await Person.guest(system, 'Nobody')
  expect(collector.spans.filter((span) => !['1', '2', '3'].includes(span.traceId.replace(/^0+/, '')))).toEqual([])
})

/** A subscriber to whom events are delivered as they come, no longer from the log. */
async function upToDate(ada: Person, conversation: string) {
  const listener = await ada.listen(conversation, { after: 0 })
  for (const text of ['one', 'two', 'three']) {
    await ada.send(conversation, text)
    await until(
      () => listener.events.some(({ message }) => message?.text === text),
      () => `${text} did not come`,
    )
  }
  return listener
}

async function collected(n: number, name: string): Promise<CollectedSpan[]> {
  await until(
    () => collector.of(traceId(n)).some((span) => span.name === name),
    () => JSON.stringify(collector.of(traceId(n)).map((span) => span.name)),
  )
  return collector.of(traceId(n))
}
