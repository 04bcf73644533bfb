import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import WebSocket from 'ws'
import { Person } from './harness/person.ts'
import { TestSystem } from './harness/system.ts'

let system: TestSystem
let ada: Person
let group: string
beforeAll(async () => {
  system = await TestSystem.start()
  ada = await Person.guest(system, 'Ada')
  group = await ada.startGroup('Bad input')
})
afterAll(() => system.stop())

/** After each of these the system must still answer. */
const stillAnswers = async () => expect(await ada.get('{ me { name } }')).toEqual({ me: { name: 'Ada' } })

const post = async (body: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${system.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  const text = await response.text()
  expect(text).not.toMatch(/node_modules|\.ts:\d|select .* from|SQLITE|ER_[A-Z]/i)
  return { status: response.status, code: JSON.parse(text).errors?.[0]?.extensions?.code as string | undefined }
}

describe('over HTTP', () => {
  afterAll(stillAnswers)

  test.each([
    ['malformed JSON', '{"query": "{ me', 400, 'BAD_REQUEST'],
    ['no query', '{}', 400, 'BAD_REQUEST'],
    ['an array where an object belongs', '"hello"', 400, 'BAD_REQUEST'],
    ['a document that does not parse', '{"query": "{ me { "}', 400, 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', '{"query": "{ me { secret } }"}', 400, 'GRAPHQL_VALIDATION_FAILED'],
  ])('%s is refused with its code', async (_name, body, status, code) => {
    const answer = await post(body, { accept: 'application/graphql-response+json' })
    expect(answer).toEqual({ status, code })
  })

  test('a body above the limit is refused before it is read', async () => {
    const answer = await post(JSON.stringify({ query: '{ me { id } }', variables: { x: 'x'.repeat(2_000_000) } }))
    expect(answer).toEqual({ status: 413, code: 'REQUEST_TOO_LARGE' })
  })

  test('a token that is wrong is told as UNAUTHENTICATED, whatever is asked', async () => {
    for (const authorization of ['Bearer nonsense', 'Basic abc', `Bearer ${ada.accessToken.slice(0, -4)}AAAA`]) {
      expect((await post('{"query": "{ me { id } }"}', { authorization })).code).toBe('UNAUTHENTICATED')
    }
  })
})

describe('in mutations and queries', () => {
  afterAll(stillAnswers)
  const send = (input: Record<string, unknown>) =>
    ada.refusal(Person.sendMutation, { input: { conversationId: group, clientMessageId: 'c1', text: 'hi', ...input } })

  test.each([
    ['a text above 10,000 characters', { text: 'x'.repeat(10_001) }, 'TEXT_TOO_LONG'],
    ['an empty text', { text: '' }, 'INVALID_INPUT'],
    ['a text of white space', { text: ' \n\t ' }, 'INVALID_INPUT'],
    ['control characters', { text: 'a\u0007b' }, 'INVALID_INPUT'],
    ['half a surrogate pair', { text: 'a\ud800b' }, 'INVALID_INPUT'],
    ['a clientMessageId with a blank', { clientMessageId: 'a b' }, 'INVALID_INPUT'],
    ['a clientMessageId that is too long', { clientMessageId: 'a'.repeat(65) }, 'INVALID_INPUT'],
    ['a conversation that is not there', { conversationId: '01900000-0000-7000-8000-000000000000' }, 'FORBIDDEN'],
    ['a conversation id that is none', { conversationId: "' or 1=1 --" }, 'FORBIDDEN'],
    ['a text of another type', { text: 7 }, 'BAD_USER_INPUT'],
    ['a prototype key', JSON.parse('{"__proto__": {"text": "x"}}'), 'BAD_USER_INPUT'],
  ])('%s is refused with its code', async (_name, input, code) => {
    expect(await send(input)).toBe(code)
    expect(await ada.history(group)).toEqual([])
  })

  test('a text of 10,000 characters outside the basic plane is taken as it is', async () => {
    const own = await ada.startGroup('Long')
    const text = '👋'.repeat(10_000)
    expect((await ada.send(own, text)).text).toBe(text)
  })

  test("someone else's conversation answers as one that is not there", async () => {
    const eve = await Person.guest(system, 'Eve')
    const query = 'query ($id: ID!) { conversation(id: $id) { title } }'
    const answers = [
      await eve.ask(query, { id: group }),
      await eve.ask(query, { id: '01900000-0000-7000-8000-000000000000' }),
    ]
    expect(answers[0]!.errors![0]).toEqual(answers[1]!.errors![0])
    expect(answers[0]!.errors![0]!.extensions.code).toBe('FORBIDDEN')
  })

  test.each([
    ['both ends of a page', 'first: 1, last: 1'],
    ['a negative page', 'first: -1'],
    ['a page of nothing known', 'first: 1, after: "nonsense"'],
    ['a page above the limit', 'first: 101'],
  ])('%s is refused', async (_name, page) => {
    expect(await ada.refusal(`{ conversations(${page}) { edges { cursor } } }`)).toBe('INVALID_INPUT')
  })
})

describe('in subscriptions', () => {
  afterAll(stillAnswers)

  test.each([
    ['a negative `after`', -1],
    ['an `after` ahead of the log', 1_000],
  ])('%s is refused with INVALID_INPUT', async (_name, after) => {
    const listener = await ada.listen(group, { after })
    await listener.until(({ ended }) => ended)
    expect(listener.errors).toMatchObject([{ extensions: { code: 'INVALID_INPUT' } }])
    await listener.close()
  })

  test("someone else's conversation is refused with FORBIDDEN", async () => {
    const eve = await Person.guest(system, 'Eve')
    const listener = await eve.listen(group, { after: 0 })
    await listener.until(({ ended }) => ended)
    expect(listener.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
    await listener.close()
  })

  const closeCode = async (talk: (socket: WebSocket) => void) => {
    const socket = new WebSocket(system.url.replace('http', 'ws') + '/graphql', 'graphql-transport-ws')
    await once(socket, 'open')
    talk(socket)
    const [code] = (await once(socket, 'close')) as [number]
    return code
  }

  test.each<[string, number, (socket: WebSocket) => void]>([
    [
      'an operation before connection_init',
      4401,
      (s) => s.send('{"id":"1","type":"subscribe","payload":{"query":"{ me { id } }"}}'),
    ],
    ['text that is no JSON', 4400, (s) => s.send('hello')],
    ['a message of no known type', 4400, (s) => s.send('{"type":"nonsense"}')],
    ['a binary frame', 1003, (s) => s.send(Buffer.from([1, 2, 3]))],
    ['a wrong token', 4403, (s) => s.send('{"type":"connection_init","payload":{"authorization":"Bearer nonsense"}}')],
  ])('%s closes the socket with %i', async (_name, code, talk) => {
    expect(await closeCode(talk)).toBe(code)
  })
})
