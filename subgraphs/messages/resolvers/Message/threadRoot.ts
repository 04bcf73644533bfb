import type { MessageResolvers } from '../../generated.ts'

export const threadRoot: MessageResolvers['threadRoot'] = ({ threadRoot: root }, _args, { loaders }) =>
  root ? loaders.referred(root) : null
