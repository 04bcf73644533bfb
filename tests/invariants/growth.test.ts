import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'

let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(() => system.stop())

const SENDS = 5

/** Statements from one send to the moment when nothing is left to do for it. Workers look around now and then: the least counts. */
async function statementsOfASend(sender: Person, conversationId: string): Promise<number> {
  const { conversation } = await sender.get('query ($id: ID!) { conversation(id: $id) { rev } }', {
    id: conversationId,
  })
  const listener = await sender.listen(conversationId, { after: conversation.rev })
  const counts: number[] = []
  for (let n = 0; n <= SENDS; n += 1) {
    await settled()
    const before = system.statements
    await sender.send(conversationId, 'how much do I cost?')
    await listener.until(({ texts }) => texts.length === n + 1)
    await settled()
    counts.push(system.statements - before)
  }
  await listener.close()
  // The first one may still open what later ones find open.
  return Math.min(...counts.slice(1))
}

/** The outbox row goes after the answer: two looks a moment apart that see the same count tell that all is done. */
async function settled(): Promise<void> {
  let last = -1
  await until(
    () => last === (last = system.statements),
    () => `${last} statements`,
  )
}

test('I5: a send to a group of 300 costs the statements of a send to a group of 3', async () => {
  const ada = await Person.guest(system, 'Ada')
  const others = await Promise.all(Array.from({ length: 299 }, (_, n) => Person.guest(system, `Member ${n}`)))
  const small = await ada.startGroup('Small', others.slice(0, 2))
  const large = await ada.startGroup('Large', others.slice(0, 99))
  for (const from of [99, 199]) {
    await ada.get(
      'mutation ($input: AddMembersInput!) { addMembers(input: $input) { conversation { memberCount } } }',
      {
        input: { conversationId: large, userIds: others.slice(from, from + 100).map(({ id }) => id) },
      },
    )
  }
  const { conversation } = await ada.get('query ($id: ID!) { conversation(id: $id) { memberCount } }', { id: large })
  expect(conversation.memberCount).toBe(300)
  const [few, many] = [await statementsOfASend(ada, small), await statementsOfASend(ada, large)]
  expect(many).toBeLessThanOrEqual(few)
})
