import { SignIn } from '../session/SignIn.tsx'
import { useSession } from '../session/useSession.ts'
import { SignedIn } from './SignedIn.tsx'

/** The address stays as it is while somebody signs in, so an invite link leads on to its conversation. */
export function App() {
  const viewerId = useSession()?.user.id
  return viewerId ? <SignedIn key={viewerId} viewerId={viewerId} /> : <SignIn />
}
