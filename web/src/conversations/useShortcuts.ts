import { useEffect, useRef, useState } from 'react'

/** Keys of the page as a whole: they do nothing while one writes, or while a dialog or a menu is open. */
export function useShortcuts({ onSearch }: { onSearch(): void }) {
  const [isShown, setShown] = useState(false)
  const search = useRef(onSearch)
  useEffect(() => {
    search.current = onSearch
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event.target)) return
      if (event.key === '?') setShown(true)
      else if (event.key === '/') search.current()
      else return
      event.preventDefault()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
  return { isShown, hide: () => setShown(false) }
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, dialog, [role="menu"]') !== null
