import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { tables } from '../../platform/database/index.ts'
import { Person } from '../harness/person.ts'
import type { Place } from '../harness/place.ts'
import type { TestSystem } from '../harness/system.ts'

/** Someone with an account, who may have API keys and bots. */
export async function registered(place: Place, name: string): Promise<Person> {
  const person = await Person.guest(place, name)
  const handle = `h${randomUUID().replaceAll('-', '').slice(0, 20)}`
  const { register } = await person.get(
    `mutation ($input: RegisterInput!) { register(input: $input) { session { accessToken refreshToken } } }`,
    { input: { name, handle, password: 'correct horse' } },
  )
  Object.assign(person, register.session)
  return person
}

/** The secret of a new API key. */
export async function keyOf(person: Person, scopes: string[], more: Record<string, unknown> = {}): Promise<string> {
  const { createApiKey } = await person.get(
    `mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }`,
    { input: { name: 'integration', scopes, ...more } },
  )
  return createApiKey.secret
}

/** A conversation with so many messages, written as sends leave them, without waiting for each. */
export async function fill(system: TestSystem, conversationId: string, sender: Person, count: number): Promise<void> {
  const database = system.databases.conversations
  const { messages, timelines } = tables
  const { length } = await sender.history(conversationId)
  const start = Date.now()
  for (let done = 0; done < count;) {
    const rows = Array.from({ length: Math.min(1_000, count - done) }, (_, n) => ({
      ...{ conversationId, seq: length + done + n + 1, id: randomUUID(), senderId: sender.id, contentHash: '' },
      ...{
        clientMessageId: `fill-${done + n}`,
        text: `message ${done + n} ${'x'.repeat(200)}`,
        createdAt: start + done + n,
      },
    }))
    await database.insert(messages).values(rows)
    done += rows.length
  }
  await database
    .update(timelines)
    .set({ lastSeq: length + count, lastActivityAt: start + count })
    .where(eq(timelines.conversationId, conversationId))
}
