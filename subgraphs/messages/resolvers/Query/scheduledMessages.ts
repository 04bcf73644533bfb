import { listScheduled } from '../../domain/scheduleMessage.ts'
import type { QueryResolvers } from '../../generated.ts'

export const scheduledMessages: QueryResolvers['scheduledMessages'] = (_parent, args, { viewer, database }) =>
  listScheduled(database, viewer.required(), args)
