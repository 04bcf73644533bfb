import type { ConversationResolvers } from '../../generated.ts'

/** Read together with the conversation: it is what let the viewer see it. */
export const viewerMember: ConversationResolvers['viewerMember'] = ({ viewer }) => viewer
