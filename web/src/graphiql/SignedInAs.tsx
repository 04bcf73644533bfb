import { post } from '../api/post.ts'
import { ContinueAsGuestDocument } from '../generated.ts'
import { Logo } from '../ui/Logo.tsx'
import { session } from '../session/browserSession.ts'
import { useSession } from '../session/useSession.ts'

async function comeIn(): Promise<void> {
  session.set((await post(ContinueAsGuestDocument, { input: { name: 'Explorer' } })).continueAsGuest.session)
}

/** Who asks: the user of the chat page, or, by one click, a guest. */
export function SignedInAs() {
  const user = useSession()?.user
  return (
    <div className="parley-who">
      <a className="parley-logo" href="/">
        <Logo size={22} />
        <span>{user?.name ?? 'Parley'}</span>
      </a>
      {!user && (
        <button type="button" className="graphiql-button" onClick={() => void comeIn()}>
          Come in as a guest
        </button>
      )}
    </div>
  )
}
