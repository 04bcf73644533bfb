import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { logOut } from './browserSession.ts'

/** Asks a guest before the only way back to their conversations is lost. */
export function LogOutDialog({ onRegister, onClose }: { onRegister(): void; onClose(): void }) {
  return (
    <Dialog title="Log out as a guest?" onClose={onClose}>
      <p>A guest cannot come back: your conversations would be lost to you. Create an account to keep them.</p>
      <Button look="primary" onClick={onRegister}>
        Create an account
      </Button>
      <Button look="danger" onClick={() => void logOut()}>
        Log out for good
      </Button>
    </Dialog>
  )
}
