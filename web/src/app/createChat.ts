import type { ApolloClient } from '@apollo/client'
import { map } from 'rxjs'
import { forgetFiles } from '../attachments/keptFiles.ts'
import { createClient } from '../api/createClient.ts'
import { change, read } from '../api/read.ts'
import { ConversationStore, type Snapshot } from '../conversations/conversationStore.ts'
import { Followers } from '../conversations/followers.ts'
import type { Inbox } from '../conversations/inbox.ts'
import {
  ConversationEventsDocument,
  ConversationSnapshotDocument,
  MarkReadDocument,
  SaveDraftDocument,
  SendMessageDocument,
} from '../generated.ts'
import { toWindow } from '../messages/messageWindow.ts'
import { ReadingPlaces } from '../messages/readingPlaces.ts'
import { createNotifications } from '../notifications/createNotifications.ts'
import type { NotificationStore } from '../notifications/notificationStore.ts'
import { DraftSaver } from '../messages/draftSaver.ts'
import { ReadPointers } from '../messages/readPointers.ts'
import { Outbox } from '../../../client/outbox/outbox.ts'
import { reviveMessage, type NewMessage } from '../outbox/newMessage.ts'
import { inputOf } from '../outbox/inputOf.ts'
import { OutboxStorage } from '../../../client/outbox/outboxStorage.ts'
import { Connection } from '../../../client/realtime/connection.ts'
import { exclusive } from '../../../client/session/exclusive.ts'
import type { OnWake } from '../../../client/realtime/wake.ts'
import type { SessionStore } from '../../../client/session/sessionStore.ts'
import type { ConversationEvent } from '../conversations/conversationEvent.ts'
import { browserStorage } from '../offline/browserStorage.ts'
import { KeptConversations } from '../offline/keptConversations.ts'
import { createInbox } from './createInbox.ts'
import { EventBus } from './eventBus.ts'

/** Everything that lives as long as one user is signed in. */
export interface Chat {
  viewerId: string
  client: ApolloClient
  connection: Connection
  store: ConversationStore
  followers: Followers
  inbox: Inbox
  outbox: Outbox<NewMessage>
  readPointers: ReadPointers
  drafts: DraftSaver
  notifications: NotificationStore
  places: ReadingPlaces
  events: EventBus
  /** The viewer has deleted a message for themselves. Resolves once a page that starts now would not show it either. */
  hide(conversationId: string, messageId: string): Promise<void>
  /** Resolves once what an earlier page has kept is there to be shown. */
  recall(): Promise<void>
  /** Starts what runs in the background; ends it when the function that comes back is called. */
  start(): () => void
}

/** Wires the parts of a signed-in page. */
export function createChat(session: SessionStore, viewerId: string): Chat {
  const connection = new Connection()
  const { client, onWake, dispose } = createClient(session, connection)
  const store = new ConversationStore(client.cache, viewerId)
  const notifications = createNotifications(client, store, onWake)
  const events = new EventBus()
  const places = new ReadingPlaces()
  const readPointers = createReadPointers(client, store, onWake)
  const outbox = createOutbox(client, viewerId, onWake)
  const onApplied = (id: string, event: ConversationEvent) => {
    if (event.__typename === 'MessageSent') settle(outbox, viewerId, event.message)
    events.emit({ kind: 'applied', conversationId: id, event })
  }
  const onEnded = (id: string) => {
    inbox.remove(id)
    events.emit({ kind: 'ended', conversationId: id })
  }
  const served = queries(client, outbox, viewerId, places)
  const followers = new Followers({ ...served, store, onApplied, onEnded, viewerId, onWake })
  const { inbox, stop: stopInbox } = createInbox({ client, store, followers, events, onApplied, onEnded, onWake })
  const kept = new KeptConversations({ viewerId, store, inbox })
  const start = () => {
    const stopKeeping = kept.start()
    window.addEventListener('storage', outbox.onStorage)
    outbox.start()
    void inbox.start()
    void notifications.start()
    return () => {
      window.removeEventListener('storage', outbox.onStorage)
      stopKeeping()
      // Signed out, or somebody else is: then what was kept is nobody's business.
      if (session.current()?.user.id !== viewerId) {
        void kept.forget()
        void forgetFiles(viewerId)
      }
      outbox.stop()
      readPointers.stop()
      notifications.stop()
      stopInbox()
      followers.stopAll()
      dispose()
    }
  }
  return {
    viewerId,
    client,
    connection,
    store,
    followers,
    inbox,
    outbox,
    readPointers,
    drafts: createDraftSaver(client),
    notifications,
    places,
    events,
    hide: hiding(store, events, kept),
    recall: () => kept.recall(),
    start,
  }
}

const hiding =
  (store: ConversationStore, events: EventBus, kept: KeptConversations): Chat['hide'] =>
  async (conversationId, messageId) => {
    store.hide(conversationId, messageId)
    events.emit({ kind: 'hidden', conversationId, messageId })
    await kept.save()
  }

const createOutbox = (client: ApolloClient, viewerId: string, onWake: OnWake) =>
  new Outbox<NewMessage>({
    storage: new OutboxStorage(browserStorage, viewerId, reviveMessage),
    send: async (message) => {
      await change(client, SendMessageDocument, { input: inputOf(message) })
    },
    exclusive,
    onWake,
  })

const createReadPointers = (client: ApolloClient, store: ConversationStore, onWake: OnWake) =>
  new ReadPointers({
    send: async (conversationId, seq) => {
      await change(client, MarkReadDocument, { input: { conversationId, seq } })
    },
    onRead: (conversationId, seq) => store.markRead(conversationId, seq),
    onWake,
  })

const createDraftSaver = (client: ApolloClient) =>
  new DraftSaver(async (conversationId, text) => {
    await change(client, SaveDraftDocument, { input: { conversationId, text } })
  })

/** A snapshot is read again for somebody who has moved on meanwhile; this often at most. */
const triesOfPlace = 3

function queries(client: ApolloClient, outbox: Outbox<NewMessage>, viewerId: string, places: ReadingPlaces) {
  return {
    events: (conversationId: string, after: number) =>
      client
        .subscribe({ query: ConversationEventsDocument, variables: { conversationId, after }, fetchPolicy: 'no-cache' })
        .pipe(
          map(({ data, error }) => {
            if (!data) throw error
            return data.conversationEvents
          }),
        ),
    snapshot: async (id: string, timeline: boolean): Promise<Snapshot> => {
      for (let attempt = 1; ; attempt += 1) {
        const variables = { id, timeline, ...places.rangeOf(id) }
        const { conversation } = await read(client, ConversationSnapshotDocument, variables)
        for (const { node } of conversation.messages?.edges ?? []) settle(outbox, viewerId, node)
        const { messages } = conversation
        // Whoever went elsewhere meanwhile is not to be taken back.
        if (!messages || places.isIn(id, toWindow(messages)) || attempt === triesOfPlace) return conversation
      }
    },
  }
}

/** A message of the viewer's that is in the conversation is not outgoing any more. */
function settle(
  outbox: Outbox<NewMessage>,
  viewerId: string,
  message: { sender: { id: string }; clientMessageId: string },
): void {
  if (message.sender.id === viewerId) outbox.drop(message.clientMessageId)
}
