import { X } from 'lucide-react'
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
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
  const onClick = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose()
  }
  return createPortal(
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={titleId}
      onClose={onClose}
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
