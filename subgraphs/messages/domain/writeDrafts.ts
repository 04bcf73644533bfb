import type { Database, Transaction } from '../../../platform/database/index.ts'
import type { TopicEvent } from '../../../platform/events/topicEvent.ts'
import { append, lockTimelines } from '../../../platform/timeline/index.ts'
import { insertMessages } from '../store/insertMessages.ts'
import { moveOwnSeqs } from '../store/moveOwnSeqs.ts'
import { toMessage } from '../store/messageRow.ts'
import { readEarlierSends } from '../store/readEarlierSends.ts'
import { readSenders } from '../store/readSenders.ts'
import { type Draft, sendKey } from './draft.ts'
import { type Ground, type NewMessage, type Outcome, settleDrafts } from './settleDrafts.ts'

export interface Written {
  /** One per draft, in the order of the drafts. */
  outcomes: Outcome[]
  /** Committed: hand them to the publisher. */
  events: TopicEvent[]
}

/**
 * Writes drafts of one or many conversations in one transaction of eight statements, however many drafts there are:
 * lock, members, earlier sends, messages, the senders' own pointers, events, outbox, heads. Resolves after the commit.
 */
export const writeDrafts = (database: Database, drafts: readonly Draft[]): Promise<Written> =>
  database.transaction(async (tx) => {
    // The lock comes first: whatever is read after it is what the holder before has committed. So a removal or an equal
    // send is either seen here, or comes after.
    const heads = await lockTimelines(
      tx,
      drafts.map(({ conversationId }) => conversationId),
    )
    const [members, earlier] = await Promise.all([readMembers(tx, drafts), readEarlier(tx, drafts)])
    const ground: Ground = { heads, ...members, earlier }
    const now = Date.now()
    const { outcomes, added } = settleDrafts(drafts, ground, now)
    const news = [...added.values()].flat()
    if (news.length === 0) return { outcomes, events: [] }
    await insertMessages(tx, news.map(toRow))
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

async function readMembers(tx: Transaction, drafts: readonly Draft[]): Promise<Pick<Ground, 'isMember'>> {
  const senders = new Map<string, Set<string>>()
  for (const { conversationId, senderId } of drafts) {
    const known = senders.get(conversationId)
    if (known) known.add(senderId)
    else senders.set(conversationId, new Set([senderId]))
  }
  const active = new Set((await readSenders(tx, senders)).map((row) => `${row.conversationId} ${row.userId}`))
  return { isMember: (conversationId, userId) => active.has(`${conversationId} ${userId}`) }
}

async function readEarlier(tx: Transaction, drafts: readonly Draft[]): Promise<Ground['earlier']> {
  const sends = new Map<string, { conversationId: string; senderId: string; clientMessageIds: string[] }>()
  for (const { conversationId, senderId, clientMessageId } of drafts) {
    const known = sends.get(`${conversationId} ${senderId}`)
    if (known) known.clientMessageIds.push(clientMessageId)
    else sends.set(`${conversationId} ${senderId}`, { conversationId, senderId, clientMessageIds: [clientMessageId] })
  }
  const rows = await readEarlierSends(tx, [...sends.values()])
  return new Map(rows.map((row) => [sendKey(row), { message: toMessage(row), contentHash: row.contentHash }]))
}

const toRow = ({ message, contentHash, createdAt, rev }: NewMessage) => ({
  conversationId: message.conversation.id,
  seq: message.seq,
  id: message.id,
  senderId: message.sender.id,
  clientMessageId: message.clientMessageId,
  contentHash,
  text: message.text,
  createdAt,
  rev,
})
