import { SendHorizontal } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useChat } from '../app/ChatContext.ts'
import styles from './Composer.module.css'
import { cleanText, lengthOf, maxTextLength, readDraft, writeDraft } from './draft.ts'

interface ComposerProps {
  conversationId: string
  title: string
}

/** Where one writes. Enter sends, Shift+Enter breaks the line. */
export function Composer({ conversationId, title }: ComposerProps) {
  const { outbox } = useChat()
  const [draft, setDraft] = useState(() => readDraft(conversationId))
  const [isFull, setFull] = useState(false)
  const area = useRef<HTMLTextAreaElement>(null)
  useEffect(() => writeDraft(conversationId, draft), [conversationId, draft])
  useLayoutEffect(() => fit(area.current), [draft])
  // On a phone the keyboard would cover half of what one came to read.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) area.current?.focus()
  }, [])
  const text = cleanText(draft)
  const left = maxTextLength - lengthOf(text)
  const send = () => {
    if (!text || left < 0) return
    const isTaken = outbox.add(conversationId, text)
    setFull(!isTaken)
    if (isTaken) setDraft('')
    area.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    // While an input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <div className={styles.box}>
        <textarea
          ref={area}
          rows={1}
          value={draft}
          aria-label={`Message to ${title}`}
          placeholder="Write a message"
          enterKeyHint="send"
          dir="auto"
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" aria-label="Send" title="Send" disabled={!text || left < 0}>
          <SendHorizontal size={19} />
        </button>
      </div>
      <p className={styles.note} role="status">
        {isFull && 'Too many messages wait to be sent. Send this one when the connection is back.'}
        {left < 500 && (left < 0 ? `${-left} characters too long` : `${left} characters left`)}
      </p>
    </form>
  )
}

/** As high as its text, up to what the style allows. */
function fit(area: HTMLTextAreaElement | null): void {
  if (!area) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
