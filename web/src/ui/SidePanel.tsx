import { X } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from './IconButton.tsx'
import styles from './SidePanel.module.css'
import { useFocusBack } from './useFocusBack.ts'

interface SidePanelProps {
  title: string
  /** Under the title: what this is about. */
  about?: ReactNode
  onClose(): void
  children: ReactNode
}

/** Stands beside the messages; over them where there is no room. It takes the focus, and Escape closes it. */
export function SidePanel({ title, about, onClose, children }: SidePanelProps) {
  const { t } = useTranslation()
  const panel = useRef<HTMLElement>(null)
  useFocusBack(panel)
  useEffect(() => {
    if (!panel.current?.contains(document.activeElement)) panel.current?.focus({ preventScroll: true })
  }, [])
  return (
    <aside
      ref={panel}
      className={styles.panel}
      aria-label={title}
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
    >
      <header className={styles.header}>
        <div className={styles.names}>
          <h2>{title}</h2>
          {about}
        </div>
        <IconButton label={t('ui.close')} onClick={onClose}>
          <X size={18} />
        </IconButton>
      </header>
      {children}
    </aside>
  )
}
