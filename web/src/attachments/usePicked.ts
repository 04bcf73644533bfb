import { useCallback, useEffect, useMemo, useState } from 'react'
import type { FilePartsFragment } from '../generated.ts'
import { dropFiles, keepFiles, recallFiles, type Place } from './keptFiles.ts'
import type { PickedFile } from './pickedFile.ts'

/** As many as one message may have. */
export const maxFiles = 10

let last = 0
const nextAt = (): number => (last = Math.max(last + 1, Date.now()))

/** The files picked for a message, kept until it is sent. `isPage`: those dropped anywhere on the page are meant too. */
export function usePicked(isPage: boolean, { viewerId, id }: Place) {
  const [picked, setPicked] = useState<readonly PickedFile[]>([])
  const place = useMemo(() => ({ viewerId, id }), [viewerId, id])
  useEffect(() => {
    let isGone = false
    void recallFiles(place).then((kept) => {
      if (!isGone && kept.length > 0) setPicked((before) => [...kept, ...before].slice(0, maxFiles))
    })
    return () => {
      isGone = true
    }
  }, [place])
  const pick = useCallback(
    (files: Iterable<File>) => {
      const added = [...files].map((file) => ({ key: crypto.randomUUID(), at: nextAt(), file, sent: null }))
      const taken = added.slice(0, Math.max(0, maxFiles - picked.length))
      setPicked((before) => [...before, ...taken].slice(0, maxFiles))
      void keepFiles(place, taken)
    },
    [place, picked.length],
  )
  const drop = useCallback(
    (gone: readonly PickedFile[]) => {
      setPicked((before) => before.filter((one) => !gone.some(({ key }) => key === one.key)))
      void dropFiles(place, gone)
    },
    [place],
  )
  const remove = (key: string) => drop(picked.filter((one) => one.key === key))
  const clear = () => drop(picked)
  const arrived = (key: string, sent: FilePartsFragment) => {
    const there = picked.filter((one) => one.key === key).map((one) => ({ ...one, sent }))
    setPicked((before) => before.map((one) => there.find((other) => other.key === one.key) ?? one))
    void keepFiles(place, there)
  }
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
