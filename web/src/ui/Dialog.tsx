import { X } from 'lucide-react'
import {
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import styles from './Dialog.module.css'
import { IconButton } from './IconButton.tsx'

interface DialogProps {
  title: string
  onClose(): void
  children: ReactNode
}

/**
 * A modal dialog on the platform's own element: it keeps the focus, closes on Escape and gives the focus back. It stands outside
 * of what opens it, so that its form is never one within a form.
 */
export function Dialog({ title, onClose, children }: DialogProps) {
  const { t } = useTranslation()
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const [isShown, setShown] = useState(false)
  useLayoutEffect(() => {
    dialog.current?.showModal()
    // What is in it comes after that: a field takes the focus only where it can be seen.
    setShown(true)
  }, [])
  // A press that began on its text and ended beside it (a selection) is no wish to close it.
  const isPressedBeside = useRef(false)
  const onPointerDown = ({ target }: PointerEvent) => {
    isPressedBeside.current = target === dialog.current
  }
  const onClick = ({ target }: MouseEvent) => {
    if (target === dialog.current && isPressedBeside.current) onClose()
  }
  // It goes at once. Left to itself, the browser gives the focus back first and tells the page later: keys pressed in between,
  // on what had opened it, would be lost. What a field in it cancels, a choice of files, is not meant.
  const onCancel = (event: SyntheticEvent) => {
    if (event.target !== dialog.current) return
    event.preventDefault()
    onClose()
  }
  return createPortal(
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onCancel={onCancel}
      onClose={({ target }) => target === dialog.current && onClose()}
      onPointerDown={onPointerDown}
      onClick={onClick}
      onKeyDown={keepEscape}
      onSubmit={(event) => event.stopPropagation()}
    >
      <div className={styles.content}>
        <header className={styles.header}>
          <h2 id={titleId}>{title}</h2>
          <IconButton label={t('ui.close')} onClick={onClose}>
            <X size={18} />
          </IconButton>
        </header>
        {isShown && children}
      </div>
    </dialog>,
    document.body,
  )
}

/** Escape closes the dialog, and not what it stands in as well. */
const keepEscape = (event: KeyboardEvent): void => {
  if (event.key === 'Escape') event.stopPropagation()
}
