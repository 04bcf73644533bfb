import { endMemberships } from '../../domain/endMemberships.ts'
import type { MutationResolvers } from '../../generated.ts'

export const endMembershipsResolver: MutationResolvers['endMemberships'] = async (
  _parent,
  { input },
  { conversations },
) => ({ last: await endMemberships(conversations, input) })
