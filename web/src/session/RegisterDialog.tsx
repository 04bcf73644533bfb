import { Dialog } from '../ui/Dialog.tsx'
import { RegisterForm } from './RegisterForm.tsx'

/** A guest becomes a registered user, and keeps everything. */
export function RegisterDialog({ name, onClose }: { name: string; onClose(): void }) {
  return (
    <Dialog title="Keep your account" onClose={onClose}>
      <p>Your conversations and messages stay. With a handle and a password you can come back from any device.</p>
      <RegisterForm name={name} onDone={onClose} />
    </Dialog>
  )
}
