import { useLayoutEffect, useState, type RefObject } from 'react'

/** Gives the focus, when the element that has it now goes, back to what had it before. */
export function useFocusBack(element: RefObject<HTMLElement | null>): void {
  const [before] = useState(() => document.activeElement)
  // While the element is still there: what comes in its place may take the focus after that.
  useLayoutEffect(
    () => () => {
      const isMeant = before instanceof HTMLElement && before.isConnected
      if (isMeant && element.current?.contains(document.activeElement)) before.focus({ preventScroll: true })
    },
    [before, element],
  )
}
