import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'
import { Problem } from './Problem.tsx'
import { useAction } from './useAction.ts'

interface ConfirmDialogProps {
  title: string
  /** What follows from it. */
  text: string
  /** What the button says. */
  action: string
  look?: 'danger' | 'primary'
  /** Does it; the dialog closes once it is done, and says what went wrong. */
  run(): Promise<void>
  onClose(): void
}

/** Asks once more before something that is not easily undone. */
export function ConfirmDialog({ title, text, action, look = 'danger', run, onClose }: ConfirmDialogProps) {
  const { act, isBusy, problem } = useAction(async () => {
    await run()
    onClose()
  })
  return (
    <Dialog title={title} onClose={onClose}>
      <p>{text}</p>
      <Problem>{problem}</Problem>
      <Button look={look} disabled={isBusy} onClick={() => void act()}>
        {action}
      </Button>
    </Dialog>
  )
}
