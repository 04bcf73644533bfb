import { SendHorizontal } from 'lucide-react'
import {
  lazy,
  Suspense,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
} from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import { AttachButton } from '../attachments/AttachButton.tsx'
import type { Place } from '../attachments/keptFiles.ts'
import { pastedFiles, usePicked } from '../attachments/usePicked.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import type { QuoteFragment } from '../generated.ts'
import { useSayTyping } from '../typing/useSayTyping.ts'
import type { NewMessage } from '../outbox/newMessage.ts'
import styles from './Composer.module.css'
import { ComposerNotes } from './ComposerNotes.tsx'
import { ComposerOptions } from './ComposerOptions.tsx'
import { cleanText, lengthOf, maxTextLength } from './draft.ts'
import { MentionList } from './MentionList.tsx'
import { ReplyingTo } from './ReplyingTo.tsx'
import { useDraft } from './useDraft.ts'
import { useMentions } from './useMentions.ts'

const Tray = lazy(() => import('../attachments/Tray.tsx'))

export interface ComposerProps {
  row: ConversationRow
  /** What it is for, for screen readers. */
  label: string
  threadRoot: QuoteFragment | null
  /** What the next message quotes. */
  replyTo: QuoteFragment | null
  onReplyEnd(): void
  /** Asked for by the up arrow where nothing is written. */
  onEditLast?: (() => void) | undefined
}

/** Where one writes. Enter sends, Shift+Enter breaks the line. */
export function Composer(props: ComposerProps) {
  const { row, label, threadRoot, replyTo, onReplyEnd } = props
  const { t } = useTranslation()
  const listId = useId()
  const { area, draft, message, mentions, files, mayGo, notes, expiry, ...on } = useComposer(props)
  const isSuggesting = mentions.found.length > 0
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        on.send()
      }}
    >
      <Suspense>
        {files.picked.length > 0 && <Tray picked={files.picked} onArrived={files.arrived} onRemove={files.remove} />}
      </Suspense>
      {replyTo && <ReplyingTo quote={replyTo} onEnd={onReplyEnd} />}
      <div className={styles.box} data-over={files.isOver}>
        {isSuggesting && (
          <MentionList id={listId} found={mentions.found} chosen={mentions.chosen} onChoose={mentions.choose} />
        )}
        <AttachButton className={styles.options} onPick={files.pick} />
        <ComposerOptions {...{ row, message, expiry, mayGo }} onExpiry={on.setExpiry} onScheduled={on.scheduled} />
        <textarea
          ref={area}
          rows={1}
          value={draft}
          aria-label={label}
          aria-autocomplete="list"
          aria-controls={isSuggesting ? listId : undefined}
          aria-activedescendant={isSuggesting ? `${listId}-${mentions.chosen}` : undefined}
          placeholder={placeholderOf(files.isOver, threadRoot !== null, t)}
          enterKeyHint="send"
          dir="auto"
          onChange={({ target }) => on.write(target.value, target.selectionStart)}
          onSelect={({ currentTarget }) => on.setCaret(currentTarget.selectionStart)}
          onKeyDown={on.onKeyDown}
          onPaste={files.onPaste}
        />
        <button
          type="submit"
          className={styles.send}
          aria-label={t('messages.send')}
          title={t('messages.send')}
          disabled={!mayGo}
        >
          <SendHorizontal size={19} />
        </button>
      </div>
      <ComposerNotes {...notes} onStay={() => on.setExpiry(null)} />
    </form>
  )
}

/** What is being written, and what its keys do. */
function useComposer({ row, threadRoot, replyTo, onReplyEnd, onEditLast }: ComposerProps) {
  const { outbox, viewerId } = useChat()
  const { text: draft, setText, save } = useDraft(row.id, threadRoot?.id ?? null, row.viewerDraft?.text ?? '')
  const [caret, setCaret] = useState(0)
  const [expiry, setExpiry] = useState<number | null>(null)
  const [isFull, setFull] = useState(false)
  const [putOff, setPutOff] = useState<string | null>(null)
  const area = useRef<HTMLTextAreaElement>(null)
  const files = useFiles(threadRoot === null, { viewerId, id: threadRoot?.id ?? row.id }, area)
  const typing = useSayTyping(row.id)
  const mentions = useMentions(row, area, { text: draft, caret, setText })
  useFocus(area, replyTo)
  useLayoutEffect(() => fit(area.current), [draft])
  const text = cleanText(draft)
  const left = maxTextLength - lengthOf(text)
  const { attachments } = files
  const mayGo = (text !== '' || attachments.length > 0) && files.isAllThere && left >= 0
  const extras = { ...mentions.inText(text), attachments, expireAfterSeconds: expiry }
  const message: NewMessage = { text, replyTo, threadRoot, ...extras }
  const write = (next: string, at: number) => {
    setText(next)
    setCaret(at)
    setPutOff(null)
    if (!threadRoot) typing.typed(next)
  }
  const done = () => {
    write('', 0)
    files.clear()
    save()
    onReplyEnd()
    area.current?.focus()
  }
  const scheduled = (sendAt: string) => {
    done()
    setPutOff(sendAt)
  }
  const send = () => {
    if (!mayGo) return
    const isTaken = outbox.add(row.id, message)
    setFull(!isTaken)
    if (isTaken) done()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKeyDown(event)) return
    if (event.key === 'Escape' && replyTo) {
      event.preventDefault()
      onReplyEnd()
    }
    if (event.key === 'ArrowUp' && draft === '') onEditLast?.()
    // While an input method composes, Enter belongs to it.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  const state = { area, draft, message, mentions, files, mayGo, expiry, notes: { isFull, left, expiry, putOff } }
  return { ...state, write, setCaret, setExpiry, send, scheduled, onKeyDown }
}

/** The files that go with the message, however they come. */
function useFiles(takesDropped: boolean, place: Place, area: { current: HTMLTextAreaElement | null }) {
  const files = usePicked(takesDropped, place)
  // What is written about them comes next.
  const pick = (chosen: Iterable<File>) => {
    files.pick(chosen)
    area.current?.focus()
  }
  const onPaste = (event: ClipboardEvent) => {
    const pasted = pastedFiles(event.clipboardData)
    if (pasted.length === 0) return
    event.preventDefault()
    files.pick(pasted)
  }
  return { ...files, pick, onPaste }
}

function placeholderOf(isOver: boolean, isThread: boolean, t: TFunction): string {
  if (isOver) return t('messages.dropFiles')
  return isThread ? t('messages.replyInThread') : t('messages.write')
}

function useFocus(area: { current: HTMLTextAreaElement | null }, replyTo: QuoteFragment | null): void {
  // On a phone the keyboard would cover half of what one came to read.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) area.current?.focus()
  }, [area])
  // With what is shown, so that nobody's first letter is taken for a shortcut.
  useLayoutEffect(() => {
    if (replyTo) area.current?.focus()
  }, [area, replyTo])
}

/** As high as its text, up to what the style allows. */
function fit(area: HTMLTextAreaElement | null): void {
  if (!area) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight}px`
}
