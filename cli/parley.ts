/** The entry: code that was compiled in an earlier start is not compiled again, which takes a third off a cold start. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { findDrizzleQuickly } from './drizzleFiles.ts'

enableCompileCache(join(import.meta.dirname, '../node_modules/.cache/parley'))
findDrizzleQuickly()
// What checks schemas needs nothing of what serves them.
await import(process.argv[2] === 'schema' ? './roles/schema.ts' : './main.ts')
