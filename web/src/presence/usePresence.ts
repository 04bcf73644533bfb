import type { ApolloClient } from '@apollo/client'
import { useCallback, useSyncExternalStore } from 'react'
import { useChat } from '../app/ChatContext.ts'
import { PresenceStore, type Presence } from './presenceStore.ts'

/** One for each signed-in page: it goes with its client. */
const stores = new WeakMap<ApolloClient, PresenceStore>()

function storeOf(client: ApolloClient): PresenceStore {
  let store = stores.get(client)
  if (!store) stores.set(client, (store = new PresenceStore(client)))
  return store
}

/** How a user is now; null where that is not known, or not for the viewer. */
export function usePresence(userId: string | undefined): Presence | null {
  const store = storeOf(useChat().client)
  const watch = useCallback(
    (listener: () => void) => (userId === undefined ? () => {} : store.watch(userId, listener)),
    [store, userId],
  )
  return useSyncExternalStore(watch, () => (userId === undefined ? null : store.get(userId)))
}
