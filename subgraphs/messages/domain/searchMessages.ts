import type { Database } from '../../../platform/database/index.ts'
import { Forbidden, InvalidInput } from '../../../platform/errors.ts'
import type { Identity } from '../../../platform/identity/viewer.ts'
import { knownId } from '../../../platform/input/index.ts'
import {
  type Connection,
  connectionOf,
  createCursor,
  type PageArguments,
  requestedPage,
} from '../../../platform/pagination/index.ts'
import type { MessagePayload } from '../../../platform/timeline/index.ts'
import { type ReadRow, toMessage } from '../store/messageRow.ts'
import { readSearch, type SearchKey, type SearchRequest } from '../store/messageSearch.ts'
import { excerptOf, type TextPart } from './excerpt.ts'
import type { History } from './history.ts'
import { searchedText } from './searchedText.ts'
import { searchTerms } from './searchTerms.ts'

export interface SearchArguments extends PageArguments {
  query: string
  conversationId?: string | null
  filter?: { senderId?: string | null; since?: Date | null; until?: Date | null; hasAttachment?: boolean | null } | null
}

export interface FoundMessage {
  message: MessagePayload
  excerpt: TextPart[]
}

const cursor = createCursor(['number', 'string', 'number'])
const keyOf = ({ createdAt, conversationId, seq }: ReadRow): SearchKey => [createdAt, conversationId, seq]

/**
 * Messages that hold what the query asks for, the newest first, in one conversation or in all of the viewer's.
 * @throws Forbidden     not an active member of that conversation
 * @throws InvalidInput  the query, the filter, or the page
 */
export async function searchMessages(
  { database, history }: { database: Database; history: History },
  viewer: Identity,
  { query, filter, ...args }: SearchArguments,
): Promise<Connection<FoundMessage>> {
  const page = requestedPage(args, cursor, { size: 20 })
  const conversationId = args.conversationId ? conversation(args.conversationId) : undefined
  const sought = searchTerms(query, conversationId === undefined)
  const senderId = filter?.senderId ? user(filter.senderId) : undefined
  if (conversationId !== undefined) await history.requireMember(conversationId)
  const now = Date.now()
  const request: SearchRequest = {
    ...{ viewerId: viewer.userId, ...sought, conversationId, senderId, now },
    since: filter?.since?.getTime(),
    until: filter?.until?.getTime(),
    hasAttachment: filter?.hasAttachment ?? undefined,
  }
  const { edges, pageInfo } = connectionOf(await readSearch(database, request, page), page, cursor, keyOf)
  const matched = edges.map(({ node, cursor }) => {
    const message = toMessage(node, now)
    return { cursor, node: { message, excerpt: excerptOf(searchedText(node), sought.terms) } }
  })
  return { edges: matched, pageInfo }
}

function conversation(given: string): string {
  const id = knownId(given)
  if (!id) throw new Forbidden('The viewer is not a member of this conversation.')
  return id
}

function user(given: string): string {
  const id = knownId(given)
  if (!id) throw new InvalidInput('senderId is no user’s id.')
  return id
}
