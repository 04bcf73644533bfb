import { noSuchMessage } from '../../domain/changeTimeline.ts'
import type { MessageResolvers } from '../../generated.ts'

/** One that the viewer may not see is an error of that place: null alone would break what refers to it. */
export const __resolveReference: MessageResolvers['__resolveReference'] = async ({ id }, { viewer, history }) => {
  viewer.required()
  const message = await history.message(id)
  if (!message) throw noSuchMessage()
  return message
}
