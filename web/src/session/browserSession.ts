import { post } from '../api/post.ts'
import { LogOutDocument, RefreshSessionDocument } from '../generated.ts'
import { errorOf } from '../../../client/errors/errorOf.ts'
import { browserStorage } from '../offline/browserStorage.ts'
import { exclusive } from '../../../client/session/exclusive.ts'
import { SessionStore } from '../../../client/session/sessionStore.ts'

/** Whether the server ended the session while this page was open: somebody who did not log out wants to know why they are out. */
let isEndedElsewhere = false
export const wasEndedElsewhere = (): boolean => isEndedElsewhere

/** This browser's session. */
export const session = new SessionStore({
  storage: browserStorage,
  exclusive,
  renew: async (refreshToken) => {
    isEndedElsewhere = false
    try {
      return (await post(RefreshSessionDocument, { input: { refreshToken } })).refreshSession.session
    } catch (error) {
      isEndedElsewhere = errorOf(error).code === 'UNAUTHENTICATED'
      throw error
    }
  },
  now: () => Date.now(),
})

window.addEventListener('storage', session.onStorage)
// A page that the browser had put by (back, forward) was told of nothing meanwhile.
window.addEventListener('pageshow', ({ persisted }) => persisted && session.onStorage({ key: null }))

/** Signs out here at once, and tells the server so that the refresh token stops working. */
export async function logOut(): Promise<void> {
  const accessToken = await session.accessToken().catch(() => null)
  isEndedElsewhere = false
  session.set(null)
  if (accessToken) await post(LogOutDocument, {}, accessToken).catch(() => undefined)
}
