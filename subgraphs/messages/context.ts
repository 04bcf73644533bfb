import type { Database } from '../../platform/database/index.ts'
import type { Viewer } from '../../platform/identity/viewer.ts'
import { createHistory, type History } from './domain/history.ts'
import { createPlaces } from './domain/places.ts'
import type { SendQueue } from './domain/sendQueue.ts'

/** What the resolvers of one request work with. */
export interface Context {
  viewer: Viewer
  database: Database
  /** One for the process: requests meet in it. */
  sends: SendQueue
  /** As this viewer may read it. */
  history: History
}

export const createContext = (parts: { viewer: Viewer; database: Database; sends: SendQueue }): Context => ({
  ...parts,
  history: createHistory(parts.database, createPlaces(parts.database, parts.viewer)),
})
