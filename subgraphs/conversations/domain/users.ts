import type { GraphQLFormattedError } from 'graphql'
import { Forbidden, NotFound, Unauthenticated, Unavailable } from '../../../platform/errors.ts'
import { knownId } from '../../../platform/input/index.ts'
import type { SubgraphClient } from '../../../platform/subgraph/index.ts'

/** What conversations must know about users: whether there is one with this id, and whether the viewer may turn to them. */
export interface UserDirectory {
  /**
   * Those of `ids` that are users. `contactable`: neither of them and the viewer blocks the other, and they are not deleted.
   * @param authorization  the viewer's own token: the directory answers what the viewer may know
   * @throws Unavailable  the users subgraph cannot be reached
   */
  find(ids: readonly string[], authorization: string | undefined): Promise<Map<string, { contactable: boolean }>>
  /**
   * Who answers for a bot; undefined where there is no such bot.
   * @throws Unavailable  the users subgraph cannot be reached
   */
  ownerOf(botId: string, authorization: string | undefined): Promise<string | undefined>
  /**
   * Whether there was such a user, and their account is deleted: that is public.
   * @throws Unavailable  the users subgraph cannot be reached
   */
  isDeleted(userId: string): Promise<boolean>
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
  return [...(await requireKnown(users, given, authorization)).keys()]
}

/**
 * The same, of users whom the viewer wants something from.
 * @throws NotFound   one of them is no user
 * @throws Forbidden  the viewer and one of them do not talk: one blocks the other, or the account is deleted
 */
export async function requireContacts(
  users: UserDirectory,
  given: readonly string[],
  authorization: string | undefined,
): Promise<string[]> {
  const known = await requireKnown(users, given, authorization)
  for (const { contactable } of known.values()) {
    if (!contactable) throw notContactable()
  }
  return [...known.keys()]
}

/** Not who, nor which way: whoever is blocked is not told. */
export const notContactable = () => new Forbidden('You cannot contact this user.')

async function requireKnown(users: UserDirectory, given: readonly string[], authorization: string | undefined) {
  const ids = [...new Set(given.map((id) => knownId(id) ?? raise(noSuchUser())))]
  const found = ids.length === 0 ? new Map<string, never>() : await users.find(ids, authorization)
  return new Map(ids.map((id) => [id, found.get(id) ?? raise(noSuchUser())]))
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
        contactable
      }
    }
  }
`

const OWNER = /* GraphQL */ `
  query OwnerOfBot($users: [_Any!]!) {
    _entities(representations: $users) {
      ... on User {
        isDeleted
        owner {
          id
        }
      }
    }
  }
`

const DELETED = /* GraphQL */ `
  query DeletedUser($users: [_Any!]!) {
    _entities(representations: $users) {
      ... on User {
        isDeleted
      }
    }
  }
`

/** The directory over the users subgraph: `_entities` requests, as the router would send them. */
export function usersOverSubgraph(subgraph: SubgraphClient): UserDirectory {
  async function read<Entity>(query: string, ids: readonly string[], authorization: string | undefined) {
    const variables = { users: ids.map((id) => ({ __typename: 'User', id })) }
    const { data, errors } = await subgraph.execute({ query, variables, ...(authorization && { authorization }) })
    const failure = errors?.find((error) => error.extensions?.['code'] !== NotFound.code)
    if (failure) throw asFailure(failure)
    return (data as { _entities?: (Entity | null)[] } | null | undefined)?._entities ?? []
  }
  return {
    async find(ids, authorization) {
      const entities = await read<{ id: string; contactable: boolean }>(EXISTING, ids, authorization)
      return new Map(entities.flatMap((user) => (user ? [[user.id, { contactable: user.contactable }]] : [])))
    },
    async ownerOf(botId, authorization) {
      const [bot] = await read<{ isDeleted: boolean; owner: { id: string } | null }>(OWNER, [botId], authorization)
      return bot?.isDeleted === false ? bot.owner?.id : undefined
    },
    async isDeleted(userId) {
      const [user] = await read<{ isDeleted: boolean }>(DELETED, [userId], undefined)
      return user?.isDeleted === true
    },
  }
}

function asFailure(error: GraphQLFormattedError): Error {
  if (error.extensions?.['code'] === Unauthenticated.code) return new Unauthenticated(error.message)
  return new Unavailable('Users cannot be looked up.', { cause: error, retryAfterMs: 1_000 })
}
