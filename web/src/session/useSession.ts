import { useSyncExternalStore } from 'react'
import { session } from './browserSession.ts'
import type { Session } from '../../../client/session/storedSession.ts'

/** The session of this browser, as it changes here and in other tabs; null when nobody is signed in. */
export const useSession = (): Session | null => useSyncExternalStore(session.subscribe, session.current)
