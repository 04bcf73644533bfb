import { connectionOf, createCursor, requestedPage } from '../../../../platform/pagination/index.ts'
import { listChannels } from '../../domain/listChannels.ts'
import type { QueryResolvers } from '../../generated.ts'

const cursor = createCursor(['number', 'string'])

export const channels: QueryResolvers['channels'] = async (_parent, { search, ...args }, { conversations, actor }) => {
  const viewer = actor()
  const page = requestedPage(args, cursor, { size: 20 })
  const rows = await listChannels(conversations, viewer, search, page)
  return connectionOf(rows, page, cursor, ({ memberCount, id }) => [memberCount, id])
}
