import type { ApolloClient } from '@apollo/client'
import { errorOf } from '../../../client/apollo/errorOf.ts'
import { change } from '../api/read.ts'
import type { ConversationStore } from '../conversations/conversationStore.ts'
import type { OnWake } from '../../../client/realtime/wake.ts'
import { MarkNotificationsReadDocument, NotificationReceivedDocument, NotificationsDocument } from './generated.ts'
import { NotificationStore } from './notificationStore.ts'

const pageSize = 30

/** The viewer's notifications over the API. What they refer to may be gone for the viewer: then the rest counts all the same. */
export function createNotifications(
  client: ApolloClient,
  store: Pick<ConversationStore, 'read'>,
  onWake: OnWake,
): NotificationStore {
  const tolerant = { fetchPolicy: 'no-cache', errorPolicy: 'all' } as const
  return new NotificationStore({
    load: async (after) => {
      const variables = { first: pageSize, after }
      const { data, error } = await client.query({ query: NotificationsDocument, variables, ...tolerant })
      if (!data?.notifications) throw errorOf(error)
      return data.notifications as NonNullable<typeof data.notifications>
    },
    follow: (after, onChange, onEnd) => {
      const query = NotificationReceivedDocument
      const live = client.subscribe({ query, variables: { after }, ...tolerant }).subscribe({
        next: ({ data }) => data?.notificationReceived && onChange(data.notificationReceived),
        error: onEnd,
        complete: onEnd,
      })
      return () => live.unsubscribe()
    },
    markRead: async (input) =>
      (await change(client, MarkNotificationsReadDocument, { input })).markNotificationsRead.unreadCount,
    hasRead: (conversationId, seq) => (store.read(conversationId)?.row.viewerMember?.readSeq ?? 0) >= seq,
    onWake,
  })
}
