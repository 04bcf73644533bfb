import type { UserResolvers } from '../../generated.ts'

export const presence: UserResolvers['presence'] = async ({ id }, _args, { presences }) => {
  const found = await presences.load(id)
  if (!found) return null
  const { availability, lastSeenAt } = found
  return { availability, lastSeenAt: lastSeenAt === undefined ? null : new Date(lastSeenAt) }
}
