import { endOtherSessions } from '../../domain/endOtherSessions.ts'
import type { MutationResolvers } from '../../generated.ts'

export const endOtherSessionsResolver: MutationResolvers['endOtherSessions'] = async (
  _parent,
  _args,
  { accounts, viewer },
) => ({ endedSessions: await endOtherSessions(accounts, viewer.required()) })
