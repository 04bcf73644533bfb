import { expect, test } from '@jest/globals'
import { socketAddress } from './socketAddress.ts'

test.each([
  ['https://chat.example.com/graphql', 'wss://chat.example.com/graphql'],
  ['http://localhost:4000/graphql', 'ws://localhost:4000/graphql'],
  ['wss://chat.example.com/graphql', 'wss://chat.example.com/graphql'],
])('%s is %s for a socket', (url, address) => {
  expect(socketAddress(url)).toBe(address)
})

test.each(['localhost:4000/graphql', '/graphql', 'chat.example.com', 'ftp://chat.example.com', 'https:///graphql', ''])(
  '"%s" is refused with an address as it is to be',
  (url) => {
    expect(() => socketAddress(url)).toThrow(/https:\/\/chat\.example\.com\/graphql/)
  },
)
