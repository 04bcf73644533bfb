import { Unavailable } from '../../../platform/errors.ts'
import type { SubgraphClient } from '../../../platform/subgraph/index.ts'

/** Where two people talk directly: told of blocks before they are acknowledged, since sends do not ask here. */
export interface DirectTalks {
  /**
   * Once it resolves, no message is taken between the two while one of them blocks the other.
   * @param authorization  the token of the one who blocks, or no longer does
   * @throws Unavailable   they cannot be told: the viewer is to try again
   */
  setBlock(authorization: string | undefined, input: { userId: string; blocked: boolean }): Promise<void>
  /**
   * Has a user whose account is deleted leave some of their conversations, those after the one of this id. Resolves with the last of
   * them, to go on from; null when none is left. Again is the same.
   * @throws Unavailable  they cannot be told now
   */
  endMemberships(userId: string, after: string | null): Promise<string | null>
}

const END_MEMBERSHIPS = 'mutation ($input: EndMembershipsInput!) { endMemberships(input: $input) { last } }'
const SET_BLOCK = 'mutation ($input: SetDirectBlockInput!) { setDirectBlock(input: $input) { blocked } }'

/** Those of the conversations subgraph. */
export const talksOverSubgraph = (subgraph: SubgraphClient): DirectTalks => ({
  async setBlock(authorization, input) {
    const request = { query: SET_BLOCK, variables: { input }, ...(authorization && { authorization }) }
    const { errors } = await subgraph.execute(request)
    if (!errors?.length) return
    throw new Unavailable('The block could not be told everywhere: try again.', {
      cause: errors[0],
      retryAfterMs: 1_000,
    })
  },
  async endMemberships(userId, after) {
    const variables = { input: { userId, after } }
    const { data, errors } = await subgraph.execute({ query: END_MEMBERSHIPS, variables })
    if (errors?.length)
      throw new Unavailable('Conversations cannot be told of a deleted account.', { cause: errors[0] })
    return (data as { endMemberships: { last: string | null } }).endMemberships.last
  },
})
