import type { ThreadResolvers } from '../../generated.ts'

export const replyCount: ThreadResolvers['replyCount'] = ({ lastPos }) => lastPos
