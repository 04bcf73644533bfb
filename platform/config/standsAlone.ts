import type { Role } from './roles.ts'
import type { Values } from './variables.ts'

/**
 * Does a router serve a supergraph of any domain, with nothing of Parley's around it? So it is where it is given one, and nobody
 * names Parley's users subgraph: with that it is Parley's own graph in another version, or less of it (a contract).
 */
export const standsAlone = (
  { PARLEY_SUPERGRAPH: supergraph, PARLEY_SUBGRAPH_USERS_URL: users }: Partial<Values>,
  role: Role,
): boolean => role === 'router' && supergraph !== undefined && users === undefined
