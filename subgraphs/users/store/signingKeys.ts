import { inArray } from 'drizzle-orm'
import { tables } from '../../../platform/database/index.ts'
import type { Database } from '../../../platform/database/index.ts'
import type { SigningKeyStore } from '../../../platform/identity/index.ts'

const { signingKeys } = tables

/** The keys of access tokens, shared by all processes of this subgraph. */
export const signingKeyStore = (database: Database): SigningKeyStore => ({
  load: () => database.select().from(signingKeys),
  add: async (key) => {
    await database.insert(signingKeys).values(key)
  },
  remove: async (kids) => {
    await database.delete(signingKeys).where(inArray(signingKeys.kid, [...kids]))
  },
})
