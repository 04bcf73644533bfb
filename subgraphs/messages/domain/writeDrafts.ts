import type { Database, Transaction } from '../../../platform/database/index.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { append, lockTimelines } from '../../../platform/timeline/index.ts'
import { insertMessages } from '../store/insertMessages.ts'
import { insertExpiries } from '../store/expiries.ts'
import { insertMessageAttachments } from '../store/files/messageAttachments.ts'
import { insertMentions } from '../store/mentions.ts'
import { insertSearch } from '../store/messageSearch.ts'
import { moveOwnSeqs } from '../store/moveOwnSeqs.ts'
import type { MessageRow } from '../store/messageRow.ts'
import { type ThreadRow, writeThreads } from '../store/threads.ts'
import type { Draft } from './draft.ts'
import { findable } from './searchedText.ts'
import { readGround } from './readGround.ts'
import { type Outcome, settleDrafts } from './settleDrafts.ts'

export interface Written {
  /** One per draft, in the order of the drafts. */
  outcomes: Outcome[]
  /** Committed: hand them to the publisher. */
  events: TopicEvent[]
}

/**
 * Writes drafts of one or many conversations in one transaction of nine statements, however many drafts there are:
 * lock, members, earlier sends, messages, search, the senders' own pointers, events, outbox, heads. Where some of them answer a
 * message there are five more, where some bring files three, where some mention someone one, where some expire one. Resolves after the commit.
 */
export const writeDrafts = (database: Database, drafts: readonly Draft[]): Promise<Written> =>
  database.transaction(async (tx) => {
    // The lock comes first, and everything is read under it.
    const heads = await lockTimelines(
      tx,
      drafts.map(({ conversationId }) => conversationId),
    )
    const ground = await readGround(tx, heads, drafts)
    const now = Date.now()
    const { outcomes, added } = settleDrafts(drafts, ground, now)
    const news = [...added.values()].flat()
    if (news.length === 0) return { outcomes, events: [] }
    const rows = news.map(({ row }) => row)
    await insertMessages(tx, rows)
    await insertSearch(tx, rows.map(findable))
    await writeParts(tx, rows)
    await moveOwnSeqs(tx, news)
    const appends = [...added].map(([conversationId, messages]) => {
      const head = heads.get(conversationId)!
      head.lastSeq += messages.length
      return {
        head,
        events: messages.map(({ message }) => ({ payload: { __typename: 'MessageSent' as const, message } })),
      }
    })
    return { outcomes, events: await append(tx, appends, now) }
  })

/** What goes with some messages. */
async function writeParts(tx: Transaction, rows: readonly MessageRow[]): Promise<void> {
  const replies = rows.flatMap(({ conversationId, seq, senderId, createdAt, extras }) =>
    extras?.thread ? [{ conversationId, seq, senderId, createdAt, ...position(extras.thread) }] : [],
  )
  if (replies.length > 0) await writeThreads(tx, replies, newestOf(replies))
  await insertMentions(tx, rows)
  await insertMessageAttachments(tx, rows)
  await insertExpiries(tx, rows)
}

const position = ({ seq: rootSeq, pos }: { seq: number; pos: number }) => ({ rootSeq, pos })

/** How far each thread goes with its newest reply, which comes last. */
function newestOf(
  replies: readonly { conversationId: string; rootSeq: number; pos: number; createdAt: number }[],
): ThreadRow[] {
  const heads = new Map(
    replies.map(({ conversationId, rootSeq, pos, createdAt }) => [
      `${conversationId} ${rootSeq}`,
      { conversationId, seq: rootSeq, lastPos: pos, lastReplyAt: createdAt },
    ]),
  )
  return [...heads.values()]
}
