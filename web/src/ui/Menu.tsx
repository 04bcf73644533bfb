import { useId, useImperativeHandle, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import styles from './Menu.module.css'

/** For what opens a menu in another way than by its button. */
export interface MenuHandle {
  open(): void
}

interface MenuProps {
  label: string
  /** What the button shows. */
  face: ReactNode
  children: ReactNode
  buttonClass?: string | undefined
  handle?: Ref<MenuHandle>
}

/**
 * A button that opens a menu, on the platform's popover: light dismiss and Escape come with it. What is in it is drawn
 * while it is open, so that there may be many.
 */
export function Menu({ label, face, children, buttonClass, handle }: MenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  useImperativeHandle(handle, () => ({ open: () => menu.current?.showPopover() }), [])
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
    if (!step) return
    event.preventDefault()
    const all = items()
    all[(all.indexOf(document.activeElement as HTMLElement) + step + all.length) % all.length]?.focus()
  }
  const onToggle = () => {
    if (menu.current?.matches(':popover-open')) items()[0]?.focus()
  }
  return (
    <div className={styles.anchor}>
      <button
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-label={label}
        title={label}
        className={buttonClass}
      >
        {face}
      </button>
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        className={styles.menu}
        onKeyDown={onKeyDown}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
        onToggle={onToggle}
        onClick={() => menu.current?.hidePopover()}
      >
        {isOpen && children}
      </div>
    </div>
  )
}

interface MenuItemProps {
  icon?: ReactNode
  children: ReactNode
  onSelect(): void
  danger?: boolean
}

export function MenuItem({ icon, children, onSelect, danger = false }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" className={styles.item} data-danger={danger} onClick={onSelect}>
      {icon}
      {children}
    </button>
  )
}
