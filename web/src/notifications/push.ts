import type { ApolloClient } from '@apollo/client'
import { ApiError } from '../../../client/errors/apiError.ts'
import { change, read } from '../api/read.ts'
import { t } from '../i18n/i18n.ts'
import { browserStorage, keep } from '../offline/browserStorage.ts'
import {
  RegisterPushSubscriptionDocument,
  RemovePushSubscriptionDocument,
  VapidPublicKeyDocument,
} from './generated.ts'
import { wantedKey } from './pushChoice.ts'

/** `unsupported`: this browser knows no push, or not here (iOS: only once it is on the home screen). */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

const worker = '/sw.js'

const isSupported = () => 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window

/** How it stands for this viewer in this browser. */
export async function pushState(viewerId: string): Promise<PushState> {
  if (!isSupported()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const isWanted = browserStorage.getItem(wantedKey(viewerId)) !== null
  return isWanted && Notification.permission === 'granted' && (await current()) ? 'on' : 'off'
}

/**
 * Asks for the permission, which browsers allow in answer to a click only, and has push messages sent here.
 * @throws ApiError  also where the browser's push service cannot be reached
 */
export async function switchPushOn(client: ApolloClient, viewerId: string): Promise<PushState> {
  if ((await Notification.requestPermission()) !== 'granted') return pushState(viewerId)
  await register(client)
  keep(wantedKey(viewerId), '1')
  return 'on'
}

/** @throws ApiError  the server may go on sending until the session ends */
export async function switchPushOff(client: ApolloClient, viewerId: string): Promise<PushState> {
  browserStorage.removeItem(wantedKey(viewerId))
  const subscription = await current()
  await subscription?.unsubscribe()
  if (subscription) {
    await change(client, RemovePushSubscriptionDocument, { input: { endpoint: subscription.endpoint } })
  }
  return pushState(viewerId)
}

/** Tells the server anew where to send, for whoever has it on: browsers change the address, and sessions end. Asks nobody. */
export async function keepPush(client: ApolloClient, viewerId: string): Promise<void> {
  const isWanted = isSupported() && browserStorage.getItem(wantedKey(viewerId)) !== null
  if (isWanted && Notification.permission === 'granted') await register(client)
}

async function register(client: ApolloClient): Promise<void> {
  const { vapidPublicKey } = await read(client, VapidPublicKeyDocument, {})
  await navigator.serviceWorker.register(worker)
  const { pushManager } = await navigator.serviceWorker.ready
  const before = await pushManager.getSubscription()
  const isOurs = before !== null && keyOf(before) === vapidPublicKey
  // The server has other keys than when this browser subscribed: the old subscription is worth nothing.
  if (before && !isOurs) await before.unsubscribe()
  const options = { userVisibleOnly: true, applicationServerKey: vapidPublicKey }
  const subscribe = () =>
    pushManager.subscribe(options).catch((error: unknown) => {
      throw new ApiError('PUSH_SERVICE', t('notifications.set.pushFailed', { reason: String(error) }))
    })
  const { endpoint, keys } = (isOurs ? before : await subscribe()).toJSON()
  const { p256dh = '', auth = '' } = keys ?? {}
  await change(client, RegisterPushSubscriptionDocument, { input: { endpoint: endpoint!, keys: { p256dh, auth } } })
}

async function current(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration()
  return (await registration?.pushManager.getSubscription()) ?? null
}

/** Base64url without padding, as the server gives it. */
function keyOf({ options }: PushSubscription): string {
  const bytes = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer())
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}
