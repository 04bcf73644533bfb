import type { ApolloClient, OperationVariables, TypedDocumentNode } from '@apollo/client'
import { ApiError } from '../../../client/errors/apiError.ts'
import { errorOf } from '../../../client/apollo/errorOf.ts'

/**
 * Reads from the server and leaves the cache alone: what goes in there is decided by who asked.
 * @throws ApiError
 */
export async function read<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const options = { query, variables, fetchPolicy: 'no-cache' } as ApolloClient.QueryOptions<Data, Variables>
  const { data } = await client.query<Data, Variables>(options).catch((error: unknown) => {
    throw errorOf(error)
  })
  if (!data) throw new ApiError('INTERNAL', 'The answer was empty.')
  return data
}

/**
 * Changes something on the server; what follows from it comes as an event.
 * @throws ApiError
 */
export async function change<Data, Variables extends OperationVariables>(
  client: ApolloClient,
  mutation: TypedDocumentNode<Data, Variables>,
  variables: Variables,
): Promise<Data> {
  const options = { mutation, variables } as ApolloClient.MutateOptions<Data, Variables>
  const { data } = await client.mutate<Data, Variables>(options).catch((error: unknown) => {
    throw errorOf(error)
  })
  if (!data) throw new ApiError('INTERNAL', 'The answer was empty.')
  return data as Data
}
