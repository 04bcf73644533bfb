import { afterAll, beforeAll, expect, test } from '@jest/globals'
import { openWorld, type World } from './world.ts'

let world: World
beforeAll(async () => void (world = await openWorld()))
afterAll(() => world.close())

test('where one blocks the other, no direct conversation is opened, not even the one there is', async () => {
  const [ada, eve] = await world.people(2)
  const { id } = await ada!.openDirect(eve!.id)
  world.network.blocked.add(eve!.id)
  await expect(ada!.openDirect(eve!.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  world.network.blocked.delete(eve!.id)
  expect((await ada!.openDirect(eve!.id)).id).toBe(id)
})

test('where one blocks the other, neither is added to a group by the other, and nobody named with them', async () => {
  const [ada, ben, eve] = await world.people(3)
  const group = await ada!.createGroup('Group')
  world.network.blocked.add(eve!.id)
  await expect(ada!.add(group.id, [ben!.id, eve!.id])).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(ada!.createGroup('Other', [ben!, eve!])).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(ben!.see(group.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})

test('a member who is blocked can still be removed and banned', async () => {
  const [ada, eve] = await world.people(2)
  const group = await ada!.createGroup('Group', [eve!])
  world.network.blocked.add(eve!.id)
  await ada!.mutate('banMember', { conversationId: group.id, userId: eve!.id })
  await expect(eve!.see(group.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
})
