import { useLayoutEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './FoldedText.module.css'
import { MessageText } from './MessageText.tsx'
import type { ShownMessage } from './shownMessage.ts'
import { useTimelineContext } from './TimelineContext.ts'

interface FoldedTextProps {
  message: ShownMessage
  beginning: string
}

/** A long message: its beginning, and a button that shows and hides the rest. It stays open when one scrolls away and comes back. */
export function FoldedText({ message, beginning }: FoldedTextProps) {
  const { t } = useTranslation()
  const { unfolded, onUnfold } = useTimelineContext()
  const [isOpen, setOpen] = useState(() => unfolded.has(message.key))
  const button = useRef<HTMLButtonElement>(null)
  const before = useRef(isOpen)
  useLayoutEffect(() => {
    // What has been folded up takes its button along.
    if (before.current && !isOpen) button.current?.scrollIntoView({ block: 'nearest' })
    before.current = isOpen
  }, [isOpen])
  const toggle = () => {
    if (isOpen) unfolded.delete(message.key)
    else onUnfold(message.key)
    setOpen(!isOpen)
  }
  const { text, mentions, mentionsEveryone } = message
  return (
    <>
      <MessageText text={isOpen ? text : beginning} mentions={mentions} mentionsEveryone={mentionsEveryone} />
      <button ref={button} type="button" className={styles.toggle} aria-expanded={isOpen} onClick={toggle}>
        {isOpen ? t('messages.showLess') : t('messages.showWhole')}
      </button>
    </>
  )
}
