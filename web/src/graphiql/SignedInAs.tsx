import { useState } from 'react'
import { errorOf } from '../../../client/errors/errorOf.ts'
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
      {!user && <ComeIn />}
    </div>
  )
}

function ComeIn() {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const onClick = async () => {
    setBusy(true)
    setProblem('')
    await comeIn().catch((error) => setProblem(errorOf(error).message))
    setBusy(false)
  }
  return (
    <>
      <span role="alert">{problem}</span>
      <button type="button" className="graphiql-button" disabled={isBusy} onClick={() => void onClick()}>
        Come in as a guest
      </button>
    </>
  )
}
