import { connectionOf, createCursor, requestedPage } from '../../../../platform/pagination/index.ts'
import { readInbox } from '../../domain/readInbox.ts'
import type { QueryResolvers } from '../../generated.ts'

const cursor = createCursor(['number', 'number', 'string'])

export const inbox: QueryResolvers['inbox'] = async (_parent, { filter, ...args }, { conversations, actor }) => {
  const viewer = actor()
  const page = requestedPage(args, cursor, { size: 20 })
  const rows = await readInbox(conversations, viewer, filter ?? 'ALL', page)
  return connectionOf(rows, page, cursor, ({ viewer, lastActivityAt, id }) => [
    Number(viewer.pinned),
    lastActivityAt,
    id,
  ])
}
