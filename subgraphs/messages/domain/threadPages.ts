import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import type { Identity, Viewer } from '../../../platform/identity/viewer.ts'
import { InvalidInput } from '../../../platform/errors.ts'
import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { type ReadRow, toMessage } from '../store/messageRow.ts'
import type { SeqRange } from '../store/readRanges.ts'
import { readThreadRanges } from '../store/readThreadRanges.ts'
import { moveThreadRead, type ThreadRow } from '../store/threads.ts'
import { noSuchMessage } from './changeTimeline.ts'
import type { History } from './history.ts'
import type { MessageLoaders, ViewedThread } from './messageLoaders.ts'
import { type Page, toPage } from './page.ts'

/** The replies of threads, as the viewer may read them. For one request: the same page of many threads is one statement. */
export interface ThreadPages {
  page(thread: ThreadRow, range: SeqRange): Promise<Page<Reply>>
}

export interface Reply {
  message: MessagePayload
  /** Its position in the thread. */
  pos: number
}

export function createThreadPages(database: Database, viewer: Viewer): ThreadPages {
  const loaders = new Map<string, DataLoader<ThreadRow, ReadRow[]>>()
  function loaderOf(range: SeqRange) {
    const key = JSON.stringify(range)
    const known = loaders.get(key)
    if (known) return known
    const loader = new DataLoader<ThreadRow, ReadRow[]>(
      async (threads) => {
        const rows = await readThreadRanges(database, viewer.required().userId, threads, range)
        const byThread = Map.groupBy(rows, ({ conversationId, extras }) => `${conversationId} ${extras?.thread?.seq}`)
        return threads.map(({ conversationId, seq }) => byThread.get(`${conversationId} ${seq}`) ?? [])
      },
      { cache: false, maxBatchSize: 100 },
    )
    loaders.set(key, loader)
    return loader
  }
  return {
    async page(thread, range) {
      const rows = await loaderOf(range).load(thread)
      const replies = rows.map((row) => ({ message: toMessage(row), pos: row.extras!.thread!.pos }))
      replies.sort((a, b) => a.pos - b.pos)
      return toPage(replies, ({ pos }) => pos, range, { first: 1, last: thread.lastPos })
    },
  }
}

/**
 * Moves the viewer's pointer in a thread to this reply, never back. Resolves with the thread.
 * @throws Forbidden     no such message for the viewer
 * @throws InvalidInput  it is no reply of a thread
 */
export async function markThreadRead(
  { database, history, loaders }: { database: Database; history: History; loaders: MessageLoaders },
  viewer: Identity,
  messageId: string,
): Promise<ViewedThread> {
  const row = await history.row(messageId)
  if (!row) throw noSuchMessage()
  const place = row.extras?.thread
  if (!place) throw new InvalidInput('The message is no reply of a thread.')
  const root = { conversationId: row.conversationId, seq: place.seq }
  await moveThreadRead(database, viewer.userId, root, place.pos)
  const thread = await loaders.thread({
    conversation: { __typename: 'Conversation', id: row.conversationId },
    seq: place.seq,
  })
  if (!thread) throw noSuchMessage()
  return thread
}
