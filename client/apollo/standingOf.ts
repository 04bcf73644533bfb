import type { ApolloLink } from '@apollo/client/link'
import type { DocumentNode } from 'graphql'
import { liveFieldOf } from './liveFieldOf.ts'

/** Where a result stands: `rev` in the one log of its subscription, or the `position` in one `log` of many. */
export interface Standing {
  position?: number
  place?: { log: string; position: string }
}

/** Reads where a result stands, from what is selected of it. */
export function standingOf({ data }: ApolloLink.Result, query: DocumentNode): Standing {
  const [[key, event] = []] = Object.entries(data ?? {})
  if (key === undefined || typeof event !== 'object' || event === null) return {}
  const { rev, log, position } = event as { rev?: unknown; log?: unknown; position?: unknown }
  // An inbox is fed by many logs, each with a `rev` of its own.
  const field = liveFieldOf(query)?.name.value ?? key
  if (field !== 'inbox') return typeof rev === 'number' ? { position: rev } : {}
  return typeof log === 'string' && typeof position === 'string' ? { place: { log, position } } : {}
}
