import type { ConversationResolvers } from '../../generated.ts'

export const pins: ConversationResolvers['pins'] = ({ id }, args, context) => context.pins.of(id, args)
