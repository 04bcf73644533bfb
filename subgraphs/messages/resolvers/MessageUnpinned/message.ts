import type { MessageUnpinnedResolvers } from '../../generated.ts'

/** The event names the message; whoever selects more of it gets it as it is now. */
export const message: MessageUnpinnedResolvers['message'] = (event, _args, { loaders }) =>
  loaders.required(event.message)
