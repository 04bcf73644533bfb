import type { Database } from '../../platform/database/index.ts'
import type { Viewer } from '../../platform/identity/viewer.ts'
import type { Changes } from './domain/changeTimeline.ts'
import type { Files } from './domain/files/index.ts'
import { createHistory, type History } from './domain/history.ts'
import { createPins, type Pins } from './domain/listPins.ts'
import { createReactors, type Reactors } from './domain/listReactors.ts'
import { createMessageLoaders, type MessageLoaders } from './domain/messageLoaders.ts'
import { createPlaces } from './domain/places.ts'
import type { SendQueue } from './domain/sendQueue.ts'
import { createThreadPages, type ThreadPages } from './domain/threadPages.ts'

/** What the resolvers of one request work with. */
export interface Context {
  viewer: Viewer
  database: Database
  /** One for the process: requests meet in it. */
  sends: SendQueue
  /** What other changes than sends are made with. */
  changes: Changes
  /** One for the process. */
  files: Files
  /** As this viewer may read it. */
  history: History
  /** What belongs to messages, as this viewer sees it. */
  loaders: MessageLoaders
  threadPages: ThreadPages
  pins: Pins
  reactors: Reactors
}

export const createContext = (parts: { viewer: Viewer; changes: Changes; sends: SendQueue; files: Files }): Context => {
  const { viewer, changes } = parts
  const { database } = changes
  const places = createPlaces(database, viewer)
  return {
    ...parts,
    database,
    history: createHistory(database, places),
    loaders: createMessageLoaders(database, viewer, places),
    threadPages: createThreadPages(database, viewer),
    pins: createPins(database, viewer, places),
    reactors: createReactors(database, places),
  }
}
