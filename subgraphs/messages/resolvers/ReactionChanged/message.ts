import type { ReactionChangedResolvers } from '../../generated.ts'

/** The event names the message; whoever selects more of it gets it as it is now. */
export const message: ReactionChangedResolvers['message'] = (event, _args, { loaders }) =>
  loaders.required(event.message)
