import type { ConversationKind, MemberRole } from '../generated.ts'

/** The server has the last word (docs/permissions.md); this only hides what it would refuse. */

/** Owners and admins change title and picture, add, invite, remove and ban. */
export const mayManage = (role: MemberRole | undefined): boolean => role === 'OWNER' || role === 'ADMIN'

/** To manage someone of a role is to remove or ban them, to make someone that, and to make them something else. */
export const mayManageRole = (own: MemberRole | undefined, other: MemberRole): boolean =>
  own === 'OWNER' || (own === 'ADMIN' && (other === 'MEMBER' || other === 'GUEST'))

export const mayChangeTopic = (kind: ConversationKind, role: MemberRole | undefined): boolean =>
  kind !== 'DIRECT' && (mayManage(role) || (kind === 'GROUP' && role === 'MEMBER'))

/** Roles that the viewer may give to someone who has `role` now. Ownership is passed on in another way. */
export const rolesToGive = (own: MemberRole | undefined, role: MemberRole): MemberRole[] =>
  (['ADMIN', 'MEMBER', 'GUEST'] as const).filter(
    (next) => next !== role && mayManageRole(own, role) && mayManageRole(own, next),
  )
