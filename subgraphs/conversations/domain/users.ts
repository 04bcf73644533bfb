import type { GraphQLFormattedError } from 'graphql'
import { NotFound, Unauthenticated, Unavailable } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { SubgraphClient } from '../../../platform/subgraph/index.ts'

/** The one thing that conversations must know about users: whether there is one with this id. */
export interface UserDirectory {
  /**
   * Those of `ids` that are users.
   * @param authorization  the viewer's own token: the directory answers what the viewer may know
   * @throws Unavailable  the users subgraph cannot be reached
   */
  existing(ids: readonly string[], authorization: string | undefined): Promise<Set<string>>
}

/**
 * The ids of users as clients send them, each once and as the tables hold it.
 * @throws NotFound  one of them is no user
 */
export async function requireUsers(
  users: UserDirectory,
  given: readonly string[],
  authorization: string | undefined,
): Promise<string[]> {
  const ids = [...new Set(given.map((id) => knownId(id) ?? raise(noSuchUser())))]
  if (ids.length === 0) return ids
  const existing = await users.existing(ids, authorization)
  return ids.every((id) => existing.has(id)) ? ids : raise(noSuchUser())
}

const raise = (error: Error): never => {
  throw error
}

const noSuchUser = () => new NotFound('There is no such user.')

// `createdAt` is asked for so that the answer comes from the account, not from the reference itself.
const EXISTING = /* GraphQL */ `
  query ExistingUsers($users: [_Any!]!) {
    _entities(representations: $users) {
      ... on User {
        id
        createdAt
      }
    }
  }
`

/** The directory over the users subgraph: one `_entities` request, as the router would send it. */
export function usersOverSubgraph(subgraph: SubgraphClient): UserDirectory {
  return {
    async existing(ids, authorization) {
      const variables = { users: ids.map((id) => ({ __typename: 'User', id })) }
      const { data, errors } = await subgraph.execute({
        query: EXISTING,
        variables,
        ...(authorization && { authorization }),
      })
      const failure = errors?.find((error) => error.extensions?.['code'] !== NotFound.code)
      if (failure) throw asFailure(failure)
      const entities = (data as { _entities?: ({ id: string } | null)[] } | null | undefined)?._entities ?? []
      return new Set(entities.flatMap((user) => (user ? [user.id] : [])))
    },
  }
}

function asFailure(error: GraphQLFormattedError): Error {
  if (error.extensions?.['code'] === Unauthenticated.code) return new Unauthenticated(error.message)
  return new Unavailable('Users cannot be looked up.', { cause: error, retryAfterMs: 1_000 })
}
