import type { ApolloClient } from '@apollo/client'
import { map } from 'rxjs'
import { read } from '../api/read.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import type { ConversationStore } from '../conversations/conversationStore.ts'
import type { Followers } from '../conversations/followers.ts'
import { Inbox } from '../conversations/inbox.ts'
import { InboxStream, type InboxStreamSurroundings } from '../conversations/inboxStream.ts'
import { InboxDocument, InboxEventsDocument, InboxLineDocument } from '../generated.ts'
import type { EventBus } from './eventBus.ts'

interface InboxParts extends Pick<InboxStreamSurroundings, 'onApplied' | 'onEnded' | 'onWake'> {
  client: ApolloClient
  store: ConversationStore
  followers: Followers
  events: EventBus
}

/** Wires the inbox to the server: read once, then kept current by its stream. */
export function createInbox({ client, store, followers, events, ...on }: InboxParts): { inbox: Inbox; stop(): void } {
  const takeRow = (row: ConversationRow) => (followers.has(row.id) ? store.addRow(row) : store.refreshRow(row))
  const inbox: Inbox = new Inbox({
    load: async (filter, page) => (await read(client, InboxDocument, { filter, ...page })).inbox,
    takeRow,
    listen: (position) => stream.listen(position),
    onWake: on.onWake,
  })
  const stream = new InboxStream({
    ...on,
    store,
    takeRow,
    events: (after) =>
      client.subscribe({ query: InboxEventsDocument, variables: { after }, fetchPolicy: 'no-cache' }).pipe(
        map(({ data, error }) => {
          if (!data) throw error
          return data.inbox
        }),
      ),
    readRow: async (id) => (await read(client, InboxLineDocument, { id })).conversation,
    onJoined: (id) => {
      inbox.add(id)
      events.emit({ kind: 'joined', conversationId: id })
    },
    onLost: () => void inbox.start(),
  })
  return {
    inbox,
    stop() {
      inbox.stop()
      stream.stop()
    },
  }
}
