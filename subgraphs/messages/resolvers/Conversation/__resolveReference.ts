import type { ConversationResolvers } from '../../generated.ts'

/** Reads nothing: each field checks the viewer's membership itself, batched with the others. */
export const __resolveReference: ConversationResolvers['__resolveReference'] = (reference) => reference
