import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { kill, start } from '../../docker/services/services.ts'
import { Person } from '../harness/person.ts'
import { Processes } from '../harness/processes.ts'
import { until } from '../../platform/time/until.ts'

let processes: Processes
beforeAll(async () => {
  processes = await Processes.start()
})
afterAll(async () => {
  await start('redis')
  await processes.end()
})

const conversationOf = (id: string) => `{ conversation(id: "${id}") { title messages(first: 1) { edges { cursor } } } }`

test('a session that ends at one router ends at once at the other, in each subgraph, and closes its live socket there', async () => {
  const [here, there] = processes.places
  const ada = await Person.guest(here, 'Ada')
  const group = await ada.startGroup('Group')
  const elsewhere = ada.at(there)
  await elsewhere.get(conversationOf(group))
  const listener = await elsewhere.listen(group, { after: 0 })
  await listener.until(({ events }) => events.length > 0)

  await ada.get('mutation { logOut { sessionId } }')
  expect(await elsewhere.refusal('{ me { id } }')).toBe('UNAUTHENTICATED')
  expect(await elsewhere.refusal(conversationOf(group))).toBe('UNAUTHENTICATED')
  await listener.until(({ ended }) => ended)
  await listener.close()
})

test('a session that ended while Redis was away is refused once it is back, and its live socket closes', async () => {
  const [here, there] = processes.places
  const [ada, bob] = [await Person.guest(here, 'Ada'), await Person.guest(here, 'Bob')]
  const group = await ada.startGroup('Group')
  const listener = await ada.at(there).listen(group, { after: 0 })
  await listener.until(({ events }) => events.length > 0)
  await kill('redis')
  await ada.get('mutation { logOut { sessionId } }')
  expect(
    await ada
      .at(there)
      .refusal('mutation ($t: String!) { refreshSession(input: { refreshToken: $t }) { session { accessToken } } }', {
        t: ada.refreshToken,
      }),
  ).toBe('UNAUTHENTICATED')
  expect(await bob.at(there).refusal('{ me { id } }')).toBeUndefined()
  await start('redis')
  await until(
    async () => (await ada.at(there).refusal(conversationOf(group))) === 'UNAUTHENTICATED',
    'the token still works at the other router',
  )
  await listener.until(({ ended }) => ended)
  await listener.close()
})
