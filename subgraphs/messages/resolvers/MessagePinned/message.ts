import type { MessagePinnedResolvers } from '../../generated.ts'

/** The event names the message; whoever selects more of it gets it as it is now. */
export const message: MessagePinnedResolvers['message'] = (event, _args, { loaders }) => loaders.required(event.message)
