import { describe, expect, test } from '@jest/globals'
import { isPublicAddress, mayBePublic, publicLookup } from './publicAddress.ts'

describe('addresses that users name', () => {
  test.each([
    ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fc00::1',
      'fd12::1',
      'ff02::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
    ],
    ...['2001:db8::1', '2002:7f00:1::', 'not an address', ''],
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })

  test.each(['8.8.8.8', '172.15.0.1', '172.32.0.1', '192.167.1.1', '2606:4700::1111', '2a00:1450:4001::200e'])(
    '%s is public',
    (address) => {
      expect(isPublicAddress(address)).toBe(true)
    },
  )

  test.each([
    ...['https://127.0.0.1/x', 'https://[::1]/', 'https://0x7f.1/', 'https://2130706433/', 'https://localhost/'],
    ...['https://a.localhost:8443/', 'https://[::ffff:10.0.0.1]/', 'https://169.254.169.254/latest'],
  ])('%s leads inside, however it is written', (url) => {
    expect(mayBePublic(new URL(url))).toBe(false)
  })

  test('a name may be public, which is seen when it is looked up: one that leads inside is refused then', async () => {
    expect(mayBePublic(new URL('https://push.example.com/x'))).toBe(true)
    for (const all of [true, false]) {
      const error = await new Promise((resolve) => publicLookup('localhost', { all }, (error) => resolve(error)))
      expect(error).toMatchObject({ code: 'PRIVATE_ADDRESS' })
    }
  })
})
