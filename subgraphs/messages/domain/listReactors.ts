import DataLoader from 'dataloader'
import type { Database } from '../../../platform/database/index.ts'
import {
  type Connection,
  connectionOf,
  createCursor,
  type PageArguments,
  requestedPage,
} from '../../../platform/pagination/index.ts'
import type { ReactionRow } from '../store/reactions.ts'
import { type ReactorRow, readReactors } from '../store/reactors.ts'
import type { Places } from './places.ts'

const cursor = createCursor(['number', 'string'])
type Asked = Pick<ReactionRow, 'conversationId' | 'seq' | 'emoji'>

/** Who has reacted with what. For one request: the same page of many reactions is one statement. */
export interface Reactors {
  /**
   * The first one first.
   * @throws Forbidden     not an active member
   * @throws InvalidInput  the page
   */
  of(reaction: Asked, args: PageArguments): Promise<Connection<ReactorRow>>
}

export function createReactors(database: Database, places: Places): Reactors {
  const loaders = new Map<string, DataLoader<Asked, ReactorRow[]>>()
  function loaderOf(page: { after?: [number, string]; limit: number }) {
    const key = JSON.stringify([page.limit, page.after])
    const known = loaders.get(key)
    if (known) return known
    const loader = new DataLoader<Asked, ReactorRow[]>(
      async (asked) => {
        const rows = await readReactors(database, oncePerMessage(asked), { after: page.after, limit: page.limit + 1 })
        const byReaction = Map.groupBy(rows, nameOf)
        return asked.map((one) => byReaction.get(nameOf(one)) ?? [])
      },
      { cache: false, maxBatchSize: 2_000 },
    )
    loaders.set(key, loader)
    return loader
  }
  return {
    async of(reaction, args) {
      const page = requestedPage(args, cursor, { size: 20 })
      await places.in(reaction.conversationId)
      const rows = await loaderOf(page).load(reaction)
      return connectionOf(rows, page, cursor, ({ createdAt, userId }) => [createdAt, userId])
    },
  }
}

const nameOf = ({ conversationId, seq, emoji }: Asked) => `${conversationId} ${seq} ${emoji}`

const oncePerMessage = (asked: readonly Asked[]) => [
  ...new Map(asked.map(({ conversationId, seq }) => [`${conversationId} ${seq}`, { conversationId, seq }])).values(),
]
