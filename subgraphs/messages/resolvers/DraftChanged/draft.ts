import { readDraft } from '../../store/readDraft.ts'
import type { DraftChangedResolvers } from '../../generated.ts'

/** Of the viewer alone: the event stands in nobody else's log. */
export const draft: DraftChangedResolvers['draft'] = ({ conversation }, _args, { database, viewer }) =>
  readDraft(database, conversation.id, viewer.required().userId)
