import type { ForwardedFromResolvers } from '../../generated.ts'

/** Null for whoever may not read the source. */
export const message: ForwardedFromResolvers['message'] = ({ messageId }, _args, { viewer, history }) => {
  viewer.required()
  return history.message(messageId)
}
