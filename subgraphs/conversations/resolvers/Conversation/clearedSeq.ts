import type { ConversationResolvers } from '../../generated.ts'

export const clearedSeq: ConversationResolvers['clearedSeq'] = ({ viewer }) => viewer.clearedSeq
