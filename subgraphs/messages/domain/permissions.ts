import { Forbidden } from '../../../platform/errors.ts'
import type { Standing } from '../store/readStanding.ts'

/** True for those who keep a group in order. In a direct conversation nobody does. */
export const moderates = ({ kind, role }: Standing): boolean =>
  kind !== 'DIRECT' && (role === 'OWNER' || role === 'ADMIN')

/** Everyone writes, but in an announcement channel. */
export const mayWrite = (standing: Standing): boolean => standing.kind !== 'ANNOUNCEMENT' || moderates(standing)

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
