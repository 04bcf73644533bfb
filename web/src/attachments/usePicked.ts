import { useCallback, useEffect, useState } from 'react'
import type { FilePartsFragment } from '../generated.ts'

/** As many as one message may have. */
export const maxFiles = 10

/** A file that will go with what is being written. */
export interface PickedFile {
  key: string
  file: File
  /** What it is on the server, once it is there. */
  sent: FilePartsFragment | null
}

/** The files picked for a message. `isPage`: those dropped anywhere on the page are meant too. */
export function usePicked(isPage: boolean) {
  const [picked, setPicked] = useState<readonly PickedFile[]>([])
  const pick = useCallback((files: Iterable<File>) => {
    const added = [...files].map((file) => ({ key: crypto.randomUUID(), file, sent: null }))
    setPicked((before) => [...before, ...added].slice(0, maxFiles))
  }, [])
  const remove = useCallback((key: string) => setPicked((before) => before.filter((one) => one.key !== key)), [])
  const arrived = useCallback(
    (key: string, sent: FilePartsFragment) =>
      setPicked((before) => before.map((one) => (one.key === key ? { ...one, sent } : one))),
    [],
  )
  const clear = useCallback(() => setPicked([]), [])
  const isOver = useDrop(isPage ? pick : null)
  const attachments = picked.flatMap(({ sent }) => sent ?? [])
  return { picked, attachments, isAllThere: attachments.length === picked.length, isOver, pick, remove, arrived, clear }
}

/** Events of a drag that has not ended come about every 50 ms; whether it ended elsewhere, nobody says. */
const overMs = 300

/** Takes what is dropped on the page. True while something is held over it. */
function useDrop(pick: ((files: Iterable<File>) => void) | null): boolean {
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    if (!pick) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files') || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOver(true)
      clearTimeout(timer)
      timer = setTimeout(() => setOver(false), overMs)
    }
    const drop = (event: DragEvent) => {
      if (!event.dataTransfer?.files.length || document.querySelector('dialog[open]')) return
      event.preventDefault()
      setOver(false)
      pick(event.dataTransfer.files)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('drop', drop)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('dragover', over)
      window.removeEventListener('drop', drop)
    }
  }, [pick])
  return isOver
}

/** Files that were pasted. Where there is text too, as from a table, the text is meant. */
export const pastedFiles = ({ types, files }: DataTransfer): readonly File[] =>
  types.includes('text/plain') ? [] : [...files]
