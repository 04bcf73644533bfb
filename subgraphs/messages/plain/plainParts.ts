import type { Database } from '../../../platform/database/index.ts'
import type { TokenVerifier } from '../../../platform/identity/tokens.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import type { ExportLimits } from '../domain/exportLimits.ts'

/** What the plain addresses of this subgraph stand on. */
export interface PlainParts {
  database: Database
  verifier: TokenVerifier
  exports: ExportLimits
  logger: Logger
}
