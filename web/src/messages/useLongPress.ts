import { useRef, type PointerEvent, type MouseEvent } from 'react'

/** A finger that stays so long asks for the menu, as everywhere on a phone. */
const longMs = 450
/** A finger that moves further than this, in pixels, scrolls. */
const stillWithin = 10

/**
 * Handlers for an element whose menu opens by a long press. Mouse and pen have a button for it. `onPressed` is told first, before the
 * click that some browsers make of it.
 */
export function useLongPress(open: () => void, onPressed?: () => void) {
  const press = useRef<{ at: number; x: number; y: number } | null>(null)
  const end = () => {
    press.current = null
  }
  return {
    onPointerDown: ({ pointerType, clientX, clientY, timeStamp }: PointerEvent) => {
      press.current = pointerType === 'touch' ? { at: timeStamp, x: clientX, y: clientY } : null
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => {
      const { current } = press
      if (current && Math.hypot(clientX - current.x, clientY - current.y) > stillWithin) end()
    },
    onPointerUp: ({ timeStamp }: PointerEvent) => {
      const isLong = press.current && timeStamp - press.current.at >= longMs
      end()
      // A popover that is open by now would be dismissed by this very event.
      if (!isLong) return
      onPressed?.()
      setTimeout(open, 0)
    },
    onPointerCancel: end,
    onContextMenu: (event: MouseEvent) => {
      if (press.current) event.preventDefault()
    },
  }
}
