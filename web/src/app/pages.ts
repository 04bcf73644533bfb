import { lazy } from 'react'

const loadConversation = () => import('../conversations/ConversationPage.tsx')
const loadParts = () => import('../conversations/preloadParts.ts')

/** Pages are loaded when their address is opened, so that the first one is there sooner. */
export const ConversationPage = lazy(async () => ({ default: (await loadConversation()).ConversationPage }))
export const JoinPage = lazy(async () => ({ default: (await import('../conversations/JoinPage.tsx')).JoinPage }))
export const ChannelsPage = lazy(() => import('../discover/ChannelsPage.tsx'))
export const NotificationsPage = lazy(() => import('../notifications/NotificationsPage.tsx'))
export const SearchPage = lazy(() => import('../discover/SearchPage.tsx'))
export const Settings = lazy(() => import('../settings/Settings.tsx'))

/** The page that everybody comes for: asked for at once where it is opened, else as soon as there is nothing else to do. */
export function preloadConversation(): void {
  const load = async () => {
    await loadConversation()
    await (await loadParts()).preloadParts()
  }
  const start = () => void load().catch(() => {})
  if (location.pathname.startsWith('/c/')) start()
  // Safari has no idle callbacks.
  else setTimeout(start, 1_500)
}
