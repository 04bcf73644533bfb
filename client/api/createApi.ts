import { print, type DocumentNode } from 'graphql'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { ApiError } from '../errors/apiError.ts'
import { asked } from '../asked.ts'
import { clientAwarenessFields, type ClientAwareness } from './clientAwareness.ts'
import { limitedFetch } from './limitedFetch.ts'

/** Where requests go, and for whom. */
export interface ApiOptions {
  /** As in `https://chat.example.com/graphql`. */
  url: string
  /** An access token or an API key for each request; null or absent: without one. */
  token?: (() => Promise<string | null> | string | null) | undefined
  /** What this program calls itself, so that a change of the schema knows whom it hits. */
  clientAwareness?: ClientAwareness
  /** How long an answer may take, in milliseconds. Default 15000. */
  timeoutMs?: number
  /** Default: the global one. */
  fetch?: typeof fetch
}

/** What {@link createApi} makes. */
export interface Api {
  /**
   * Runs a query or a mutation, as text or as a document, and gives its data.
   * @throws ApiError  the first error of the answer, or `NETWORK`, as where `token` fails or gives none within 30 s
   */
  <Data = Record<string, unknown>, Variables extends object = Record<string, unknown>>(
    document: string | DocumentNode | TypedDocumentNode<Data, Variables>,
    variables?: Variables,
  ): Promise<Data>
}

interface Answer<Data> {
  data?: Data | null
  errors?: Parameters<typeof ApiError.fromGraphQL>[0][]
}

/** One GraphQL request after the other over HTTP, without a cache: for bots, scripts, and what comes before a client. */
export function createApi({ url, token, clientAwareness, timeoutMs = 15_000, fetch: send }: ApiOptions): Api {
  const limited = limitedFetch(timeoutMs, send)
  const named = clientAwarenessFields(clientAwareness)
  return async <Data>(document: string | DocumentNode, variables: object = {}): Promise<Data> => {
    const given = token && (await asked('token', token))
    const query = typeof document === 'string' ? document : print(document)
    const response = await limited(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...named,
        ...(given ? { authorization: `Bearer ${given}` } : {}),
      },
      body: JSON.stringify({ query, variables }),
    }).catch(() => {
      throw ApiError.network()
    })
    const answer = (await response.json().catch(() => null)) as Answer<Data> | null
    if (answer?.errors?.[0]) throw ApiError.fromGraphQL(answer.errors[0])
    if (!response.ok || !answer?.data) throw ApiError.status(response.status)
    return answer.data
  }
}
