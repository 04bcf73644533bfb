/** What a client searches with, and what it gets. */
import { dataOf } from './asking.ts'
import type { User, World } from './world.ts'

export interface Found {
  edges: { node: { message: { id: string; text: string }; excerpt: { text: string; match: boolean }[] } }[]
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null; startCursor: string | null }
}
const query = `query ($query: String!, $conversationId: ID, $filter: MessageSearchFilter, $first: Int, $after: String, $last: Int, $before: String) {
  searchMessages(query: $query, conversationId: $conversationId, filter: $filter, first: $first, after: $after, last: $last, before: $before) {
    edges { cursor node { message { id text } excerpt { text match } } } pageInfo { hasNextPage hasPreviousPage endCursor startCursor }
  }
}`

/** A page of what a user finds. */
export const find = async (world: World, who: User, args: Record<string, unknown>) =>
  dataOf<{ searchMessages: Found }>(await world.ask(query, args, who)).searchMessages
