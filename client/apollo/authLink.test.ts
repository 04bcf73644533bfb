import { expect, test } from '@jest/globals'
import { ApolloClient, gql, InMemoryCache } from '@apollo/client'
import { ApolloLink } from '@apollo/client/link'
import { of } from 'rxjs'
import { createAuthLink } from './authLink.ts'

test.each([
  ['rejects', () => Promise.reject(new Error('No store to read'))],
  [
    'throws',
    () => {
      throw new Error('No store to read')
    },
  ],
])('where asking for the token %s, the request fails with that, and is not sent', async (_how, accessToken) => {
  let sent = 0
  const server = new ApolloLink(() => {
    sent += 1
    return of({ data: { me: null } })
  })
  const auth = createAuthLink({ accessToken, refuse: () => undefined })
  const client = new ApolloClient({ link: ApolloLink.from([auth, server]), cache: new InMemoryCache() })
  const query = gql('{ me }')
  await expect(client.query({ query })).rejects.toMatchObject({
    code: 'NETWORK',
    retriable: true,
    message: 'The app gave no token: No store to read.',
  })
  expect(sent).toBe(0)
})
