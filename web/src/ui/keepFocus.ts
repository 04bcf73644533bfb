const focusable = 'a[href], button, input, select, textarea, [tabindex]'

/**
 * Keeps the keyboard's place in the page. Where the element that has the focus goes, or the dialog that it stands in, the focus
 * moves to what opened the dialog, to the row that took a deleted row's place, or to what stands around them; else the next
 * Tab would begin at the top of the page. It does so for keys only: a pointer sees no focus, and a field that took it
 * would open a keyboard on a phone.
 */
export function keepFocus(): void {
  /** Where the focus was last: in the page, and in each dialog, the newest at the end. */
  const last = new Map<Element | null, Element | null>()
  let isByKeys = false
  document.addEventListener('keydown', () => (isByKeys = true), true)
  document.addEventListener('pointerdown', () => (isByKeys = false), true)
  document.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return
    const dialog = target.closest('dialog')
    last.delete(dialog)
    last.set(dialog, target)
  })
  const onChange = (records: readonly MutationRecord[]) => {
    for (const [dialog, element] of last) {
      if (dialog && !dialog.isConnected) last.delete(dialog)
      else if (element && !element.isConnected) last.set(dialog, placeOf(element, records))
    }
    if (!isByKeys || !document.hasFocus() || (document.activeElement ?? document.body) !== document.body) return
    // A button that waits for an answer cannot have it: it gets it back afterwards.
    const place = [...last.values()].at(-1)
    if (place instanceof HTMLElement) place.focus({ preventScroll: true })
  }
  const whatGoes = { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] }
  new MutationObserver(onChange).observe(document.body, whatGoes)
}

/** What stands now where an element stood that is gone. */
function placeOf(gone: Element, records: readonly MutationRecord[]): Element | null {
  const record = records.find(
    ({ target, removedNodes }) => target.isConnected && [...removedNodes].some((node) => node.contains(gone)),
  )
  if (!record) return null
  let place = firstIn(record.nextSibling) ?? firstIn(record.previousSibling)
  for (let { target } = record; !place && target instanceof Element && target !== document.body;) {
    place = firstIn(target)
    target = target.parentNode!
  }
  return place
}

/** The first element, from this one inwards, that can have the focus. */
function firstIn(node: Node | null): Element | null {
  if (!(node instanceof Element) || !node.isConnected) return null
  const all = node.matches(focusable) ? [node] : [...node.querySelectorAll(focusable)]
  return all.find((element) => !element.matches(':disabled') && element.checkVisibility()) ?? null
}
