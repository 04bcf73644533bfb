/** Who is there, who types, and how far one's messages have come, as two people in two browsers see it. */
import { beforeEach, expect, test } from '@jest/globals'
import { openSite } from './site.ts'
import type { Visitor } from './visitor.ts'

const site = openSite()
let ada: Visitor
let bob: Visitor

beforeEach(async () => {
  ada = await site.visitor()
  bob = await site.visitor()
  await ada.comeIn('Ada')
  const path = await ada.startConversation('Summer trip')
  await bob.join('Bob', path)
})

test('one sees who types, until they send or stop', async () => {
  const typing = ada.page.getByText('Bob is typing…')
  await bob.page.getByLabel(/^Message to/).pressSequentially('To the sea')
  await typing.waitFor()
  await bob.page.keyboard.press('Enter')
  await ada.sees('To the sea')
  await typing.waitFor({ state: 'detached' })
})

test('a message of one’s own is seen once the other has it before them', async () => {
  await ada.say('Good idea')
  await bob.sees('Good idea')
  await ada.page.getByRole('img', { name: 'Seen', exact: true }).last().waitFor()
})

test('the list of members shows who is there, while they are', async () => {
  await ada.page.getByRole('button', { name: 'Details', exact: true }).click()
  const online = ada.page.getByRole('img', { name: 'Online', exact: true })
  await online.nth(1).waitFor()
  await ada.picture('presence')
  await bob.page.context().close()
  await online.nth(1).waitFor({ state: 'detached' })
  await online.waitFor()
  expect([...ada.complaints, ...bob.complaints]).toEqual([])
})
