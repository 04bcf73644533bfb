import type { Transaction } from '../../../platform/database/index.ts'
import type { TimelineHead } from '../../../platform/timeline/index.ts'
import { lockAttachments } from '../store/files/attachments.ts'
import { toMessage } from '../store/messageRow.ts'
import { readByIds } from '../store/readByIds.ts'
import { readEarlierSends } from '../store/readEarlierSends.ts'
import { readSenders } from '../store/readSenders.ts'
import { readThreads } from '../store/threads.ts'
import { type Draft, sendKey } from './draft.ts'
import type { Ground } from './settleDrafts.ts'
import type { Targets } from './settleExtras.ts'

/**
 * Reads what decides about drafts, in two statements, two more where some answer a message, one where some bring files. `tx` holds the locks on
 * their timelines, so what it reads is what the holder before has committed: a removal or an equal send is either seen
 * here, or comes after.
 */
export async function readGround(
  tx: Transaction,
  heads: ReadonlyMap<string, TimelineHead>,
  drafts: readonly Draft[],
): Promise<Ground> {
  const [standingOf, earlier, targets, files] = await Promise.all([
    readMembers(tx, drafts),
    readEarlier(tx, drafts),
    readTargets(tx, drafts),
    readFiles(tx, drafts),
  ])
  return { heads, standingOf, earlier, targets, files }
}

/** The senders, and those they mention. */
async function readMembers(tx: Transaction, drafts: readonly Draft[]): Promise<Ground['standingOf']> {
  const users = new Map<string, Set<string>>()
  for (const { conversationId, senderId, mentions = [] } of drafts) {
    const known = users.get(conversationId) ?? new Set()
    users.set(conversationId, known)
    for (const userId of [senderId, ...mentions]) known.add(userId)
  }
  const rows = await readSenders(tx, users)
  const standings = new Map(rows.map((row) => [`${row.conversationId} ${row.userId}`, row]))
  return (conversationId, userId) => standings.get(`${conversationId} ${userId}`)
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

/** Held, since no other message may take them, and nobody may remove them, before these are written. */
async function readFiles(tx: Transaction, drafts: readonly Draft[]): Promise<Ground['files']> {
  const ids = drafts.flatMap(({ attachmentIds = [] }) => attachmentIds)
  const now = Date.now()
  // What its sender has taken back, or left for too long, is as good as gone.
  const rows = (await lockAttachments(tx, ids)).filter(({ expiresAt }) => expiresAt === null || expiresAt > now)
  return { rows: new Map(rows.map((row) => [row.id, row])), taken: new Set() }
}

async function readTargets(tx: Transaction, drafts: readonly Draft[]): Promise<Targets> {
  const ids = drafts
    .flatMap(({ replyToId, threadRootId }) => [replyToId, threadRootId])
    .filter((id) => id !== undefined)
  if (ids.length === 0) return { messages: new Map(), lastPos: new Map() }
  const rows = await readByIds(tx, [...new Set(ids)])
  const messages = new Map(
    rows.map(({ id, conversationId, seq, extras }) => {
      const place = { id, seq }
      // An answer to a reply stands in that reply's thread: threads have one level.
      const root = extras?.thread ? { id: extras.thread.id, seq: extras.thread.seq } : place
      return [id, { conversationId, place, root }]
    }),
  )
  const answered = drafts.flatMap(({ threadRootId }) => messages.get(threadRootId ?? '') ?? [])
  const roots = answered.map(({ conversationId, root }) => ({ ...root, conversationId }))
  const threads = await readThreads(tx, roots)
  const idOf = new Map(roots.map(({ conversationId, seq, id }) => [`${conversationId} ${seq}`, id]))
  const lastPos = threads.map(
    (thread) => [idOf.get(`${thread.conversationId} ${thread.seq}`)!, thread.lastPos] as const,
  )
  return { messages, lastPos: new Map(lastPos) }
}
