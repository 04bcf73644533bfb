import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../client/errors/apiError.ts'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import type { ConversationRow } from '../conversations/conversationRow.ts'
import { useRow } from '../conversations/useRow.ts'
import { EditMessageDocument, type MessagePartsFragment } from '../generated.ts'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { useFocusBack } from '../ui/useFocusBack.ts'
import { cleanText, lengthOf, maxTextLength } from './draft.ts'
import styles from './EditMessage.module.css'
import { MentionList } from './MentionList.tsx'
import { useTimelineContext } from './TimelineContext.ts'
import { useMentions } from './useMentions.ts'

interface EditMessageProps {
  message: MessagePartsFragment
  onClose(): void
}

/** Stands in the place of a message while its sender changes it. Enter saves, Escape leaves it as it was. */
export function EditMessage(props: EditMessageProps) {
  const row = useRow(useTimelineContext().conversationId)
  return row && <EditForm row={row} {...props} />
}

function EditForm({ row, message, onClose }: EditMessageProps & { row: ConversationRow }) {
  const { t } = useTranslation()
  const listId = useId()
  const form = useRef<HTMLFormElement>(null)
  useFocusBack(form)
  const { area, draft, mentions, isFit, isBusy, problem, save, onChange, onCaret, onKeyDown } = useEdit(
    row,
    message,
    onClose,
  )
  const isSuggesting = mentions.found.length > 0
  return (
    <form
      ref={form}
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      {isSuggesting && (
        <MentionList id={listId} found={mentions.found} chosen={mentions.chosen} onChoose={mentions.choose} />
      )}
      <textarea
        ref={area}
        value={draft}
        rows={Math.min(8, draft.split('\n').length + 1)}
        aria-label={t('messages.editMessage')}
        aria-autocomplete="list"
        aria-controls={isSuggesting ? listId : undefined}
        aria-activedescendant={isSuggesting ? `${listId}-${mentions.chosen}` : undefined}
        dir="auto"
        onChange={({ target }) => onChange(target.value, target.selectionStart)}
        onSelect={({ currentTarget }) => onCaret(currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <Problem>{problem}</Problem>
      <div className={styles.actions}>
        <Button look="quiet" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
        <Button type="submit" look="primary" disabled={!isFit || isBusy}>
          {t('ui.save')}
        </Button>
      </div>
    </form>
  )
}

/** The new text, and whom it mentions: those that it named before stay mentioned while it names them. */
function useEdit(row: ConversationRow, message: MessagePartsFragment, onClose: () => void) {
  const { t } = useTranslation()
  const { client } = useChat()
  // What another device makes of it meanwhile is not to be overwritten unseen.
  const [version, setVersion] = useState(message.version)
  const [draft, setDraft] = useState(message.text)
  const [caret, setCaret] = useState(message.text.length)
  const area = useRef<HTMLTextAreaElement>(null)
  const mentions = useMentions(row, area, { text: draft, caret, setText: setDraft }, message.mentions)
  useLayoutEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(message.text.length, message.text.length)
  }, [])
  const text = cleanText(draft)
  const isFit = (text !== '' || message.attachments.length > 0) && lengthOf(text) <= maxTextLength
  const { act, isBusy, problem } = useAction(async () => {
    const { mentions: named, mentionsEveryone } = mentions.inText(text)
    const whom = { mentions: named.map(({ id }) => id), mentionsEveryone }
    const input = { messageId: message.id, text, expectedVersion: version, ...whom }
    try {
      if (text !== message.text) await change(client, EditMessageDocument, { input })
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'VERSION_CONFLICT') throw error
      // Told once: whoever saves again means it.
      setVersion(message.version)
      throw new ApiError(error.code, t('messages.changedMeanwhile'))
    }
    onClose()
  })
  const save = () => isFit && void act()
  const onKeyDown = (event: KeyboardEvent) => {
    if (mentions.onKeyDown(event)) return
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    save()
  }
  const onChange = (next: string, at: number) => {
    setDraft(next)
    setCaret(at)
  }
  return { area, draft, mentions, isFit, isBusy, problem, save, onChange, onCaret: setCaret, onKeyDown }
}
