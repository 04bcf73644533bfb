import { afterEach, expect, test } from '@jest/globals'
import { ApolloClient, gql, InMemoryCache } from '@apollo/client'
import type { Client } from 'graphql-ws'
import { errorOf } from '../errors/errorOf.ts'
import { SocketLink } from './socketLink.ts'

const own = globalThis.WebSocket
afterEach(() => void (globalThis.WebSocket = own))

test('a lost network is an error also where JavaScript has no WebSocket of its own', async () => {
  delete (globalThis as { WebSocket?: unknown }).WebSocket
  const lost = { type: 'error', target: { readyState: 3 } }
  const socket = { subscribe: (_request, { error }) => (error(lost), () => {}) } as Partial<Client> as Client
  const client = new ApolloClient({ link: new SocketLink(socket), cache: new InMemoryCache() })
  const ended = new Promise((resolve) => {
    client.subscribe({ query: gql('subscription { ticks }') }).subscribe(({ error }) => resolve(errorOf(error)))
  })
  expect(await ended).toMatchObject({ code: 'NETWORK', retriable: true })
})
