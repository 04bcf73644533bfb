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
  /** Whether Tab comes to the button; where it does not, something else opens the menu. */
  isTabStop?: boolean
  handle?: Ref<MenuHandle>
}

/**
 * A button that opens a menu, on the platform's popover: light dismiss and Escape come with it. What is in it is drawn
 * while it is open, so that there may be many.
 */
export function Menu({ label, face, children, buttonClass, isTabStop = true, handle }: MenuProps) {
  const id = useId()
  const menu = useRef<HTMLDivElement>(null)
  const [isOpen, setOpen] = useState(false)
  useImperativeHandle(handle, () => ({ open: () => menu.current?.showPopover() }), [])
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])]
  const onKeyDown = (event: KeyboardEvent) => {
    // What the menu stands in may close on Escape too, and is not meant.
    if (event.key === 'Escape') event.stopPropagation()
    if (event.key === 'Tab') menu.current?.hidePopover()
    const all = items()
    const next = nextItem(all, event.key)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  // What has the focus stays until the platform has given it back.
  const onToggle = () => {
    if (menu.current?.matches(':popover-open')) items()[0]?.focus()
    else setOpen(false)
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
        tabIndex={isTabStop ? undefined : -1}
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
        onBeforeToggle={({ newState }) => newState === 'open' && setOpen(true)}
        onToggle={onToggle}
        onClick={() => menu.current?.hidePopover()}
      >
        {isOpen && children}
      </div>
    </div>
  )
}

/** Where a key leads in a menu: along it and round, to its ends, to the next item that begins with a letter. */
function nextItem(items: HTMLElement[], key: string): HTMLElement | undefined {
  const at = items.indexOf(document.activeElement as HTMLElement)
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key]
  if (step) return items[(at + step + items.length) % items.length]
  if (key === 'Home') return items[0]
  if (key === 'End') return items.at(-1)
  if (key.length !== 1 || key === ' ') return undefined
  const following = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return following.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(key.toLocaleLowerCase()))
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
