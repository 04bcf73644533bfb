/** All of the app that knows Parley: who is signed in, Apollo Client, and what waits to be sent. */
import { AppState } from 'react-native'
import * as SecureStore from 'expo-secure-store'
import { createApi, exclusive, Outbox, OutboxStorage, SessionStore } from '@parley/client'
import type { OnWake } from '@parley/client'
import { createParleyClient } from '@parley/client/apollo'
import { ContinueAsGuestDocument, RefreshSessionDocument, SendMessageDocument } from '@parley/client/operations'

// A phone does not find this computer as localhost: name its address, `EXPO_PUBLIC_PARLEY_URL=http://192.168.0.10:4000/graphql`.
export const url = process.env['EXPO_PUBLIC_PARLEY_URL'] ?? 'http://localhost:4000/graphql'
const clientAwareness = { name: 'example-expo', version: '0.1.0' }

/** Before anybody is signed in, and to renew. */
const api = createApi({ url, clientAwareness })

export const session = new SessionStore({
  // The phone's keychain.
  storage: {
    getItem: SecureStore.getItem,
    setItem: SecureStore.setItem,
    removeItem: (key) => void SecureStore.deleteItemAsync(key),
  },
  exclusive,
  now: () => Date.now(),
  renew: async (refreshToken) => {
    const answer = await api(RefreshSessionDocument, { input: { refreshToken } })
    return answer.refreshSession.session
  },
})

export async function enter(name: string): Promise<void> {
  const answer = await api(ContinueAsGuestDocument, { input: { name } })
  session.set(answer.continueAsGuest.session)
}

/** An app that comes to the front tries again at once. */
const onWake: OnWake = (listener) => {
  const watching = AppState.addEventListener('change', (state) => state === 'active' && listener())
  return () => watching.remove()
}

interface Written {
  text: string
}
const revive = (kept: object): Written | null =>
  'text' in kept && typeof kept.text === 'string' ? { text: kept.text } : null

/** For one who is signed in: a client, and an outbox that goes on with what was not sent when the app was closed. */
export function open(userId: string) {
  const { client, onWake: onBack, dispose } = createParleyClient({ url, session, clientAwareness, onWake })
  const outbox = new Outbox<Written>({
    storage: new OutboxStorage(localStorage, userId, revive),
    exclusive,
    onWake: onBack,
    send: async ({ id, conversationId, text }) => {
      const input = { conversationId, clientMessageId: id, text }
      await client.mutate({ mutation: SendMessageDocument, variables: { input }, fetchPolicy: 'no-cache' })
    },
  })
  outbox.start()
  const close = () => {
    outbox.stop()
    dispose()
  }
  return { client, outbox, close }
}
export type Parley = ReturnType<typeof open>
