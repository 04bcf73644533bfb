import { expect, test } from '@jest/globals'
import type { InboxFilter } from '../generated.ts'
import type { ConversationRow } from './conversationRow.ts'
import { Inbox, type InboxPage } from './inbox.ts'

/** An inbox over a server that has these pages, and is away where one is null. */
function given(pages: Partial<Record<InboxFilter, (InboxPage | null)[]>>) {
  const heard: string[] = []
  const inbox = new Inbox({
    load: async (filter) => {
      const page = pages[filter]?.shift()
      if (!page) throw new Error('away')
      return page
    },
    takeRow: () => {},
    listen: (position) => heard.push(position),
    onWake: (listener) => {
      const soon = setImmediate(listener)
      return () => clearImmediate(soon)
    },
  })
  return { inbox, heard, ids: () => inbox.current().ids }
}

const pageOf = (ids: string[], { more = false, position }: { more?: boolean; position?: string } = {}): InboxPage => ({
  ...(position && { position }),
  edges: ids.map((id) => ({ node: { id } as ConversationRow })),
  pageInfo: { hasNextPage: more, endCursor: ids.at(-1) ?? null },
})

test('the front is asked for until it comes, and heard of from its position on', async () => {
  const { inbox, heard, ids } = given({ ALL: [null, null, pageOf(['a', 'b'], { position: 'p' })] })
  await inbox.start()
  expect(ids()).toEqual(['a', 'b'])
  expect(heard).toEqual(['p'])
  expect(inbox.current()).toMatchObject({ isLoaded: true, hasMore: false })
})

test('what an earlier page had is shown until the server has answered, and then only as far as it is in the inbox', async () => {
  const { inbox, ids } = given({ ALL: [pageOf(['a'], { position: 'p' })] })
  inbox.recall(['a', 'left since'])
  expect(ids()).toEqual(['a', 'left since'])
  await inbox.start()
  expect(ids()).toEqual(['a'])
})

test('pages that follow are added, archived ones apart from them', async () => {
  const { inbox, ids } = given({
    ALL: [pageOf(['a'], { more: true, position: 'p' }), pageOf(['b'])],
    ARCHIVED: [pageOf(['old'])],
  })
  await inbox.start()
  await inbox.loadMore()
  await inbox.loadArchived()
  expect(ids()).toEqual(['a', 'b', 'old'])
  expect(inbox.current()).toMatchObject({ hasMore: false, hasMoreArchived: false })
  inbox.remove('a')
  inbox.add('new')
  expect(ids()).toEqual(['b', 'old', 'new'])
})
