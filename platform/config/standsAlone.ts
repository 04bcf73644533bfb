import type { Values } from './variables.ts'

/**
 * Does a router serve a supergraph of any domain, with nothing of Parley's around it? So it is with a file. Out of the
 * registry Parley's own graph may come as well: then its users subgraph is named.
 */
export const standsAlone = ({
  PARLEY_SUPERGRAPH: supergraph,
  PARLEY_SUBGRAPH_USERS_URL: users,
}: Partial<Values>): boolean => supergraph !== undefined && !(supergraph.startsWith('registry:') && users !== undefined)
