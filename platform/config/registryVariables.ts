import { databaseUrl, milliseconds, pathOrRegistry, wholeNumber } from './fields.ts'
import { variable } from './variable.ts'

/** The schema registry, and what a router has to do with it. */
export const registryVariables = {
  PARLEY_REGISTRY_DATABASE_URL: variable(
    databaseUrl.optional(),
    'Database of the schema registry: mysql://user:password@host:3306/name',
    'SQLite, registry.db in PARLEY_DATA',
  ),
  PARLEY_USAGE: variable(
    pathOrRegistry.optional(),
    'Where a router counts what clients ask for: registry:ENVIRONMENT, or a file of its own',
    'nothing is counted',
  ),
  PARLEY_USAGE_FLUSH_MS: variable(
    milliseconds(100).default(10_000),
    'How often a router writes these counts, in milliseconds',
    '10000',
  ),
  PARLEY_USAGE_DAYS: variable(wholeNumber(1, 3_650).default(90), 'For how many days these counts are kept', '90'),
}
