import { post } from '../api/post.ts'
import { LogOutDocument, RefreshSessionDocument } from '../generated.ts'
import { exclusive } from '../../../client/session/exclusive.ts'
import { SessionStore } from '../../../client/session/sessionStore.ts'

/** This browser's session. */
export const session = new SessionStore({
  storage: localStorage,
  exclusive,
  renew: async (refreshToken) =>
    (await post(RefreshSessionDocument, { input: { refreshToken } })).refreshSession.session,
  now: () => Date.now(),
})

window.addEventListener('storage', session.onStorage)

/** Signs out here at once, and tells the server so that the refresh token stops working. */
export async function logOut(): Promise<void> {
  const accessToken = await session.accessToken().catch(() => null)
  session.set(null)
  if (accessToken) await post(LogOutDocument, {}, accessToken).catch(() => undefined)
}
