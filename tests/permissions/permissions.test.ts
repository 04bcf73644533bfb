import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { buildSchema } from 'graphql'
import { TestSystem } from '../harness/system.ts'
import { ask } from './ask.ts'
import { usual, type Row } from './row.ts'
import { accountRows } from './rows/accounts.ts'
import { conversationRows } from './rows/conversations.ts'
import { messageRows } from './rows/messages.ts'
import { createPeople, createScene, personas, type People, type Persona, type Scene } from './scene.ts'

const rows: Record<string, Row> = { ...accountRows, ...conversationRows, ...messageRows }
/** Tried where they are told of, by those whose session they end or whose things they are. */
const elsewhere = new Set([
  'Mutation.logOut',
  'Mutation.createIncomingWebhook',
  'Mutation.rotateIncomingWebhookSecret',
  'Mutation.deleteIncomingWebhook',
])

let system: TestSystem
let people: People
/** For all that only reads, and leaves it as it was. */
let sharedScene: Scene
let tokenOf: (persona: Persona, field: string) => string | undefined
beforeAll(async () => {
  system = await TestSystem.start()
  people = await createPeople(system)
  sharedScene = await createScene(people)
  const keyFor = async (scopes: string[]) =>
    (
      await people.owner.get(
        'mutation ($scopes: [ApiKeyScope!]!) { createApiKey(input: { name: "Table", scopes: $scopes }) { secret } }',
        { scopes },
      )
    ).createApiKey.secret as string
  const areas = ['USERS_READ', 'CONVERSATIONS_READ', 'CONVERSATIONS_WRITE', 'MESSAGES_READ', 'MESSAGES_WRITE']
  const hooks = ['WEBHOOKS_READ', 'WEBHOOKS_WRITE']
  const [every, withoutHooks, onlyHooks] = [
    await keyFor([...areas, ...hooks]),
    await keyFor(areas),
    await keyFor(hooks),
  ]
  tokenOf = (persona, field) => {
    if (persona === 'anonymous') return undefined
    if (persona === 'keyWith') return every
    if (persona === 'keyWithout') return /webhook/i.test(field) ? withoutHooks : onlyHooks
    return people[persona].accessToken
  }
})
afterAll(() => system.stop())

test('every field of the API has a row', () => {
  const schema = buildSchema(readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8'), {
    assumeValidSDL: true,
  })
  const fields = ['Query', 'Mutation', 'Subscription'].flatMap((type) =>
    Object.keys((schema.getType(type) as { getFields(): object } | undefined)?.getFields() ?? {}).map(
      (name) => `${type}.${name}`,
    ),
  )
  expect([...Object.keys(rows), ...elsewhere].sort()).toEqual(fields.sort())
})

const expected = ({ allowed, otherwise, passes }: Row, persona: Persona): string =>
  otherwise?.[persona] ?? (allowed.includes(persona) ? (passes ?? 'ok') : usual(persona))

test.each(Object.entries(rows))('%s answers each persona as the table says', async (field, row) => {
  const scene = field.startsWith('Query.') ? sharedScene : await createScene(people)
  const verdicts: Record<string, string> = {}
  for (const persona of personas) {
    verdicts[persona] = await ask(system, tokenOf(persona, field), row, scene, persona).catch((error) => String(error))
  }
  expect(verdicts).toEqual(Object.fromEntries(personas.map((persona) => [persona, expected(row, persona)])))
})
