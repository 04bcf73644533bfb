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
}

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
})
