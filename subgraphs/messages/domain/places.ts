import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import { Forbidden } from '../../../platform/errors.ts'
import type { Viewer } from '../../../platform/identity/viewer.ts'
import { knownId } from '../../../platform/input/index.ts'
import { type Place, readPlaces } from '../store/readPlaces.ts'

export type { Place }

/** The viewer's places in conversations: asked for one by one, read in one statement. For one request. */
export interface Places {
  /**
   * @throws Unauthenticated  nobody is signed in
   * @throws Forbidden        not an active member, or no such conversation
   */
  in(conversationId: string): Promise<Place>
  /** The same, undefined instead of Forbidden. */
  find(conversationId: string): Promise<Place | undefined>
}

export function createPlaces(database: Database, viewer: Viewer): Places {
  const loader = new DataLoader<string, Place | undefined>(
    async (ids) => {
      const rows = await readPlaces(database, viewer.required().userId, [...new Set(ids)])
      const places = new Map(rows.map((place) => [place.conversationId, place]))
      return ids.map((id) => places.get(id))
    },
    // Not cached: a later mutation of the same request may change what is true.
    { cache: false, maxBatchSize: 500 },
  )
  const find = async (conversationId: string) => {
    viewer.required()
    const id = knownId(conversationId)
    return id ? loader.load(id) : undefined
  }
  return {
    find,
    async in(conversationId) {
      const place = await find(conversationId)
      if (!place) throw new Forbidden('The viewer is not a member of this conversation.')
      return place
    },
  }
}
