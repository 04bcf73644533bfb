import { SendHorizontal } from 'lucide-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import type { QuoteFragment } from '../generated.ts'
import styles from './Composer.module.css'
import { plainMessage } from '../outbox/outboxState.ts'
import { cleanText, lengthOf, maxTextLength, readDraft, writeDraft } from './draft.ts'
import { ReplyingTo } from './ReplyingTo.tsx'

interface ComposerProps {
  conversationId: string
  title: string
  /** What the next message quotes. */
  replyTo: QuoteFragment | null
  onReplyEnd(): void
}

/** Where one writes. Enter sends, Shift+Enter breaks the line. */
export function Composer({ conversationId, title, replyTo, onReplyEnd }: ComposerProps) {
  const { t } = useTranslation()
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
  useEffect(() => void (replyTo && area.current?.focus()), [replyTo])
  const text = cleanText(draft)
  const left = maxTextLength - lengthOf(text)
  const send = () => {
    if (!text || left < 0) return
    const isTaken = outbox.add(conversationId, { ...plainMessage(text), replyTo })
    setFull(!isTaken)
    if (isTaken) {
      setDraft('')
      onReplyEnd()
    }
    area.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && replyTo) onReplyEnd()
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
      {replyTo && <ReplyingTo quote={replyTo} onEnd={onReplyEnd} />}
      <div className={styles.box}>
        <textarea
          ref={area}
          rows={1}
          value={draft}
          aria-label={t('messages.writeTo', { title })}
          placeholder={t('messages.write')}
          enterKeyHint="send"
          dir="auto"
          onChange={(event) => setDraft(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <button type="submit" aria-label={t('messages.send')} title={t('messages.send')} disabled={!text || left < 0}>
          <SendHorizontal size={19} />
        </button>
      </div>
      <Note isFull={isFull} left={left} />
    </form>
  )
}

function Note({ isFull, left }: { isFull: boolean; left: number }) {
  const { t } = useTranslation()
  return (
    <p className={styles.note} role="status">
      {isFull && t('messages.outboxFull')}
      {left < 500 && (left < 0 ? t('messages.tooLong', { count: -left }) : t('messages.left', { count: left }))}
    </p>
  )
}

/** As high as its text, up to what the style allows. */
function fit(area: HTMLTextAreaElement | null): void {
  if (!area) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
