import { and, eq, or, sql, type SQL } from 'drizzle-orm'
import { type Queries, tables, type Transaction } from '../../../platform/database/index.ts'
import type { Page } from '../../../platform/pagination/index.ts'
import type { MessageRow, ReadRow } from './messageRow.ts'
import { decoded, selected } from './readRanges.ts'

const { hiddenMessages, members, messageAttachments: files, messages, messageSearch: search } = tables

/** Makes messages findable, in one statement. `text` is folded. */
export async function insertSearch(tx: Transaction, rows: readonly MessageRow[]): Promise<void> {
  await tx.insert(search).values(
    rows.map(({ conversationId, seq, senderId, createdAt, text }) => ({
      conversationId,
      seq,
      senderId,
      createdAt,
      text,
    })),
  )
}

/** The same after an edit. */
export async function updateSearch(tx: Transaction, { conversationId, seq, text }: MessageRow): Promise<void> {
  await tx
    .update(search)
    .set({ text })
    .where(and(eq(search.conversationId, conversationId), eq(search.seq, seq)))
}

export interface SearchRequest {
  viewerId: string
  /** Folded: a text must hold each. */
  terms: readonly string[]
  /** Or each of these. */
  termsBefore?: readonly string[] | undefined
  /** Unset, all that the viewer is a member of. */
  conversationId?: string | undefined
  senderId?: string | undefined
  /** Milliseconds since 1970: from the first on, before the second. */
  since?: number | undefined
  until?: number | undefined
  /** Unset, with files or without. */
  hasAttachment?: boolean | undefined
  now: number
}

/** A place in the list of what was found. */
export type SearchKey = [createdAt: number, conversationId: string, seq: number]

/**
 * Messages that hold all terms, in conversations of which the viewer is an active member, without what they have hidden and
 * what has expired, the newest first: `limit + 1` in the page's direction. One statement.
 */
export async function readSearch(
  queries: Queries,
  request: SearchRequest,
  { direction, limit, after, before }: Page<SearchKey>,
): Promise<ReadRow[]> {
  const { viewerId, conversationId, senderId, since, until, hasAttachment, now } = request
  const alternatives = request.termsBefore ? [request.terms, request.termsBefore] : [request.terms]
  const older = after && beyond(after, sql`<`)
  const newer = before && beyond(before, sql`>`)
  const conditions = [
    indexedBy(queries, alternatives),
    or(...alternatives.map((terms) => and(...terms.map((term) => sql`instr(${search.text}, ${term}) > 0`)))),
    conversationId === undefined ? undefined : eq(search.conversationId, conversationId),
    senderId === undefined ? undefined : eq(search.senderId, senderId),
    since === undefined ? undefined : sql`${search.createdAt} >= ${since}`,
    until === undefined ? undefined : sql`${search.createdAt} < ${until}`,
    sql`(${messages.expiresAt} is null or ${messages.expiresAt} > ${now})`,
    sql`${search.seq} > ${members.clearedSeq}`,
    withFiles(hasAttachment),
    older,
    newer,
    sql`not exists (select 1 from ${hiddenMessages} where ${hiddenMessages.conversationId} = ${search.conversationId}
      and ${hiddenMessages.userId} = ${viewerId} and ${hiddenMessages.seq} = ${search.seq})`,
  ].filter((condition) => condition !== undefined)
  const order = direction === 'forward' ? sql`desc` : sql`asc`
  const rows = await queries.rows(sql`
    select ${selected} from ${search}
    join ${members} on ${members.conversationId} = ${search.conversationId}
      and ${members.userId} = ${viewerId} and ${members.state} = 'ACTIVE'
    join ${messages} on ${messages.conversationId} = ${search.conversationId} and ${messages.seq} = ${search.seq}
    where ${sql.join(conditions, sql` and `)}
    order by ${search.createdAt} ${order}, ${search.conversationId} ${order}, ${search.seq} ${order}
    limit ${sql.raw(String(limit + 1))}`)
  return rows.map(decoded)
}

const beyond = ([createdAt, conversationId, seq]: SearchKey, than: SQL) =>
  sql`(${search.createdAt}, ${search.conversationId}, ${search.seq}) ${than} (${createdAt}, ${conversationId}, ${seq})`

function withFiles(wanted: boolean | undefined): SQL | undefined {
  if (wanted === undefined) return undefined
  const file = sql`select 1 from ${files} where ${files.conversationId} = ${search.conversationId}
    and ${files.seq} = ${search.seq}`
  return wanted ? sql`exists (${file})` : sql`not exists (${file})`
}

/** What the index can say of texts that hold one of these lists of terms; the rest is compared. */
function indexedBy({ dialect }: Queries, alternatives: readonly (readonly string[])[]): SQL | undefined {
  const isSqlite = dialect.name === 'sqlite'
  const phrases = alternatives.map(isSqlite ? phrasesOfTriples : phrasesOfPairs)
  if (phrases.some((those) => those === '')) return undefined
  if (!isSqlite)
    return sql`match (${search.text}) against (${phrases.map((those) => `(${those})`).join(' ')} in boolean mode)`
  const either = phrases.map((those) => `(${those})`).join(' OR ')
  return sql`${search.docId} in (select rowid from message_search_index where message_search_index match ${either})`
}

/** SQLite's index knows any three characters. */
const phrasesOfTriples = (terms: readonly string[]): string =>
  terms
    .filter((term) => [...term].length >= 3)
    .map((term) => `"${term.replaceAll('"', '""')}"`)
    .join(' AND ')

/** MySQL's index knows pairs of characters within words. */
const phrasesOfPairs = (terms: readonly string[]): string =>
  terms
    .flatMap((term) => term.match(/[\p{L}\p{N}]{2,}/gu) ?? [])
    .map((word) => `+"${word}"`)
    .join(' ')
