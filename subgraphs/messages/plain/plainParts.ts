import type { Database } from '../../../platform/database/index.ts'
import type { TokenVerifier } from '../../../platform/identity/tokens.ts'
import type { Logger } from '../../../platform/telemetry/index.ts'
import type { ExportLimits } from '../domain/exportLimits.ts'
import type { Files } from '../domain/files/index.ts'
import type { HookParts } from '../domain/postToHook.ts'

/** What the plain addresses of this subgraph stand on. */
export interface PlainParts extends HookParts {
  database: Database
  verifier: TokenVerifier
  exports: ExportLimits
  files: Files
  logger: Logger
}
