import type { ConversationResolvers } from '../../generated.ts'

export const lastMessage: ConversationResolvers['lastMessage'] = ({ id }, _args, { history }) => history.newest(id)
