import type { KeyValue } from '../kv/kv.ts'

/** What a device says of itself. */
export type Said = 'ONLINE' | 'AWAY'

/** A device that says nothing for so long counts as there again, where it is connected. */
const SAID_MS = 12 * 60 * 60 * 1_000

export const saidKey = (userId: string): string => `presence:said:${userId}`

/**
 * One of a user's sessions says whether somebody is there. Resolves with whether that is new.
 * @throws Unavailable  the store cannot be reached
 */
export async function sayAvailability(
  kv: KeyValue,
  { userId, sessionId }: { userId: string; sessionId: string },
  said: Said,
): Promise<boolean> {
  if (said === 'ONLINE') return (await kv.deleteField(saidKey(userId), sessionId)).wasThere
  return (await kv.setField(saidKey(userId), sessionId, said, SAID_MS)).isNew
}
