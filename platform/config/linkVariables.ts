import { subgraphNames } from './fields.ts'
import { variable } from './variable.ts'

/** How a router asks subgraphs (docs/router.md says when which of it helps). */
export const linkVariables = {
  PARLEY_SUBGRAPH_HTTP2: variable(
    subgraphNames.optional(),
    'Subgraphs that a router asks over HTTP/2: their names separated by commas, all, or none',
    'none',
  ),
  PARLEY_SUBGRAPH_COMPRESSED_ANSWERS: variable(
    subgraphNames.optional(),
    'Subgraphs that a router asks for compressed answers: their names separated by commas, all, or none',
    'those at https: addresses',
  ),
  PARLEY_SUBGRAPH_COMPRESSED_REQUESTS: variable(
    subgraphNames.optional(),
    'Subgraphs that take compressed requests (gzip, from 16 KiB on): their names separated by commas, all, or none',
    'none',
  ),
}
