/** Puts text on the clipboard. Pages that are not served securely have no clipboard API: there the old way is taken. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const area = document.createElement('textarea')
    area.value = text
    // Inside an open dialog, since a modal one takes the focus from all outside it.
    const parent = document.querySelector('dialog[open]') ?? document.body
    parent.append(area)
    area.select()
    const done = document.execCommand('copy')
    area.remove()
    return done
  }
}
