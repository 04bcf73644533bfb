import { session } from '../session/browserSession.ts'

/** Who asks, as the header says it: what was typed by hand wins over the chat page's session. Null: nobody is signed in. */
export async function authorization(typed: Headers): Promise<string | null> {
  if (typed.has('authorization')) return typed.get('authorization')
  const accessToken = await session.accessToken().catch(() => null)
  return accessToken ? `Bearer ${accessToken}` : null
}
