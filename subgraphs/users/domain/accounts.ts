import type { Database } from '../../../platform/database/index.ts'
import type { TokenIssuer } from '../../../platform/identity/index.ts'
import type { Attempts } from './attempts.ts'
import type { Departures } from './departures.ts'
import type { DirectTalks } from './directTalks.ts'
import type { Endings } from './endings.ts'
import type { Passwords } from './passwords.ts'
import type { SignUps } from './signUps.ts'

/** What the use cases of this subgraph stand on. */
export interface Accounts {
  database: Database
  issuer: TokenIssuer
  passwords: Passwords
  attempts: Attempts
  signUps: SignUps
  endings: Endings
  departures: Departures
  /** Unset: nobody talks directly here. */
  directTalks?: DirectTalks | undefined
  /** How long an access token lives, in milliseconds. */
  accessTtlMs: number
  /** How long a session lives without being refreshed, in milliseconds. */
  refreshTtlMs: number
  /** Milliseconds since 1970. */
  now: () => number
}
