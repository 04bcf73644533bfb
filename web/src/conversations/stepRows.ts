import type { KeyboardEvent } from 'react'

/** Arrows lead from conversation to conversation in a list, Home and End to its ends. */
export function stepRows(event: KeyboardEvent<HTMLElement>): void {
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('li a')]
  const at = links.indexOf(event.target as HTMLElement)
  const isPlain = !event.altKey && !event.ctrlKey && !event.metaKey
  if (at < 0 || !isPlain) return
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  links[to]?.focus()
}
