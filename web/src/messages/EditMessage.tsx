import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { EditMessageDocument, type MessagePartsFragment } from '../generated.ts'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import { cleanText, lengthOf, maxTextLength } from './draft.ts'
import styles from './EditMessage.module.css'

/** Stands in the place of a message while its sender changes it. Enter saves, Escape leaves it as it was. */
export function EditMessage({ message, onClose }: { message: MessagePartsFragment; onClose(): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [draft, setDraft] = useState(message.text)
  const area = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    area.current?.focus()
    area.current?.setSelectionRange(message.text.length, message.text.length)
  }, [])
  const text = cleanText(draft)
  const isFit = text !== '' && lengthOf(text) <= maxTextLength
  const { act, isBusy, problem } = useAction(async () => {
    const input = { messageId: message.id, text, expectedVersion: message.version }
    if (text !== message.text) await change(client, EditMessageDocument, { input })
    onClose()
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose()
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    if (isFit) void act()
  }
  return (
    <form
      className={styles.edit}
      onSubmit={(event) => {
        event.preventDefault()
        void act()
      }}
    >
      <textarea
        ref={area}
        value={draft}
        rows={Math.min(8, draft.split('\n').length + 1)}
        aria-label={t('messages.editMessage')}
        dir="auto"
        onChange={(event) => setDraft(event.target.value)}
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
