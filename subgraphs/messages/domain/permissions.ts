import { Forbidden, NotContactable, type ParleyError } from '../../../platform/errors.ts'
import type { Standing } from '../store/readStanding.ts'

/** True for those who keep a group in order. In a direct conversation nobody does. */
export const moderates = ({ kind, role }: Standing): boolean =>
  kind !== 'DIRECT' && (role === 'OWNER' || role === 'ADMIN')

/** Everyone writes, but in an announcement channel. */
const mayWrite = (standing: Standing): boolean => standing.kind !== 'ANNOUNCEMENT' || moderates(standing)

/**
 * Why someone may not write here; undefined where they may. Not who blocks whom: whoever is blocked is not told.
 */
export function refusalToWrite(standing: Standing): ParleyError | undefined {
  if (standing.blocked) return new NotContactable('You cannot contact this user.')
  return mayWrite(standing) ? undefined : new Forbidden('Only owners and admins write here.')
}

/** @throws NotContactable  one of the two blocks the other */
export function requireContact({ blocked }: Standing): void {
  if (blocked) throw new NotContactable('You cannot contact this user.')
}

/** @throws Forbidden  neither the sender nor a moderator */
export function requireSenderOrModerator(standing: Standing, viewerId: string, senderId: string): void {
  if (viewerId !== senderId && !moderates(standing)) {
    throw new Forbidden('Only the sender, or an owner or admin of the group, may do this.')
  }
}

/** @throws Forbidden  neither of the two of a direct conversation, nor a moderator */
export function requirePinner(standing: Standing): void {
  if (standing.kind !== 'DIRECT' && !moderates(standing)) {
    throw new Forbidden('Only an owner or admin may pin messages in a group.')
  }
}
