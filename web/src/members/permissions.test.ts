import { expect, test } from '@jest/globals'
import { mayChangeTopic, mayManageRole, rolesToGive } from './permissions.ts'

test('admins manage members and guests, owners everyone, others nobody', () => {
  expect(rolesToGive('OWNER', 'ADMIN')).toEqual(['MEMBER', 'GUEST'])
  expect(rolesToGive('ADMIN', 'MEMBER')).toEqual(['GUEST'])
  expect(rolesToGive('ADMIN', 'ADMIN')).toEqual([])
  expect(rolesToGive('MEMBER', 'GUEST')).toEqual([])
  expect(mayManageRole('ADMIN', 'OWNER')).toBe(false)
  expect(mayManageRole(undefined, 'GUEST')).toBe(false)
})

test('members change the topic of a group, not of a channel', () => {
  expect(mayChangeTopic('GROUP', 'MEMBER')).toBe(true)
  expect(mayChangeTopic('GROUP', 'GUEST')).toBe(false)
  expect(mayChangeTopic('CHANNEL', 'MEMBER')).toBe(false)
  expect(mayChangeTopic('ANNOUNCEMENT', 'ADMIN')).toBe(true)
  expect(mayChangeTopic('DIRECT', 'OWNER')).toBe(false)
})
