import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { createApi } from '../../../client/api/createApi.ts'
import { endpoint } from './endpoint.ts'

/**
 * One GraphQL request without a cache, for what comes before there is a client: signing in and renewing tokens.
 * @throws ApiError
 */
export const post = <Data, Variables extends object>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  accessToken?: string,
): Promise<Data> => createApi({ url: endpoint, token: () => accessToken ?? null })(document, variables)
