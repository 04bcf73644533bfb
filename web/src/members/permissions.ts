import type { MemberRole } from '../generated.ts'

const rank: Record<MemberRole, number> = { GUEST: 0, MEMBER: 0, ADMIN: 1, OWNER: 2 }

/** Owners and admins change the title, invite and remove. The server has the last word; this only hides what it refuses. */
export const mayManage = (role: MemberRole | undefined): boolean => role === 'OWNER' || role === 'ADMIN'

/** Admins remove members; owners anyone else. */
export const mayRemove = (own: MemberRole | undefined, other: MemberRole): boolean =>
  own === 'OWNER' || (own === 'ADMIN' && rank[other] < rank.ADMIN)
