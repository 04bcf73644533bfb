import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { print } from 'graphql'
import { ApiError } from './apiError.ts'
import { endpoint } from './endpoint.ts'

/**
 * One GraphQL request without a cache, for what comes before there is a client: signing in and renewing tokens.
 * @throws ApiError
 */
export async function post<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  accessToken?: string,
): Promise<Data> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      ...(accessToken ? { authorization: `Bearer ${accessToken}` } : {}),
    },
    body: JSON.stringify({ query: print(document), variables }),
    signal: AbortSignal.timeout(15_000),
  }).catch(() => {
    throw ApiError.network()
  })
  const answer = (await response.json().catch(() => null)) as Answer<Data> | null
  if (answer?.errors?.[0]) throw ApiError.fromGraphQL(answer.errors[0])
  if (!response.ok || !answer?.data) throw ApiError.status(response.status)
  return answer.data
}

interface Answer<Data> {
  data?: Data | null
  errors?: Parameters<typeof ApiError.fromGraphQL>[0][]
}
