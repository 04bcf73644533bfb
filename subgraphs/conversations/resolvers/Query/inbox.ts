import { selects } from '../../../../platform/subgraph/index.ts'
import { connectionOf, createCursor, requestedPage } from '../../../../platform/pagination/index.ts'
import { readInbox } from '../../domain/readInbox.ts'
import { inboxPosition } from '../../domain/inboxPosition.ts'
import type { QueryResolvers } from '../../generated.ts'

const cursor = createCursor(['number', 'number', 'string'])

export const inbox: QueryResolvers['inbox'] = async (_parent, { filter, ...args }, { conversations, actor }, info) => {
  const viewer = actor()
  const page = requestedPage(args, cursor, { size: 20 })
  // Before the page, so that no change falls in between.
  const position = selects(info, 'position') ? await inboxPosition(conversations, viewer) : ''
  const rows = await readInbox(conversations, viewer, filter ?? 'ALL', page)
  const connection = connectionOf(rows, page, cursor, ({ viewer, lastActivityAt, id }) => [
    Number(viewer.pinned),
    lastActivityAt,
    id,
  ])
  return { ...connection, position }
}
