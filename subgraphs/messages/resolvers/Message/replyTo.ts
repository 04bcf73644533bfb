import type { MessageResolvers } from '../../generated.ts'

export const replyTo: MessageResolvers['replyTo'] = ({ replyTo: quoted }, _args, { loaders }) =>
  quoted ? loaders.referred(quoted) : null
