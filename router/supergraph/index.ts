/**
 * The composed graph: loads it, plans operations over it, runs the plans. Nothing here knows HTTP, sockets or chat.
 * The planner is Apollo's; execution/ runs its plans, projection/ writes the answers.
 */
export { Answer } from './answer.ts'
export { authorizing } from './access/authorizing.ts'
export { readRequirements } from './access/requirements.ts'
export { buildSupergraph, type SupergraphOptions } from './buildSupergraph.ts'
export { pricing } from './cost/pricing.ts'
export { readWeights } from './cost/weights.ts'
export { clientError, maskError } from './clientErrors.ts'
export { isDeeper } from './isDeeper.ts'
export { defaultLimits, type OperationLimits } from './limits.ts'
export { measuredClient } from './measuredClient.ts'
export { createRates, type RateLimits, type Rates } from './rates/rates.ts'
export { LoadedSupergraph } from './loadedSupergraph.ts'
export { sharing } from './sharing.ts'
export { subgraphNames } from './subgraphAddresses.ts'
export { traced } from './tracing/tracing.ts'
export { trusting, type TrustedOptions } from './trusted/trustedDocuments.ts'
export { watchFile, type FileWatch } from './watchFile.ts'
export type {
  LiveOperation,
  Preparation,
  PreparedOperation,
  RequestContext,
  Supergraph,
  TopicRequest,
} from './supergraph.ts'
