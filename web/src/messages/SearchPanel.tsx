import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { SearchMessagesDocument, type SearchMessagesQuery } from '../discover/generated.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import { emptyPage, usePaged } from '../ui/usePaged.ts'
import { useSettled } from '../ui/useSettled.ts'
import { PanelMessage } from './PanelMessage.tsx'
import styles from './Panels.module.css'
import type { Jump } from './Timeline.tsx'

type Match = SearchMessagesQuery['searchMessages']['edges'][number]['node']

const pageSize = 30

interface SearchPanelProps {
  conversationId: string
  onJump(jump: Jump): void
  onClose(): void
}

/** Search in one conversation: by words, or by the day. */
export default function SearchPanel({ conversationId, onJump, onClose }: SearchPanelProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [text, setText] = useState('')
  const query = useSettled(text.trim())
  /** Null: with files or without. */
  const [hasAttachment, setHasAttachment] = useState<true | null>(null)
  const list = usePaged(
    useCallback(
      async (after: string | null) => {
        if (!query) return emptyPage<Match>()
        const variables = { query, conversationId, hasAttachment, first: pageSize, after }
        return (await read(client, SearchMessagesDocument, variables)).searchMessages
      },
      [client, query, conversationId, hasAttachment],
    ),
  )
  return (
    <SidePanel title={t('messages.search')} onClose={onClose}>
      <div className={styles.fields}>
        <Field
          label={t('messages.searchFor')}
          type="search"
          value={text}
          autoFocus
          maxLength={100}
          onChange={(event) => setText(event.target.value)}
        />
        <Checkbox
          label={t('discover.withFiles')}
          checked={hasAttachment === true}
          onChange={({ target }) => setHasAttachment(target.checked || null)}
        />
        <Field
          label={t('messages.goToDay')}
          type="date"
          onChange={({ target }) => target.valueAsNumber && onJump({ at: startOf(target.value) })}
        />
      </div>
      <div className={styles.content}>
        {query && (
          <PagedList
            list={list}
            label={t('messages.found')}
            empty={t('messages.nothingFound')}
            keyOf={({ message }) => message.id}
          >
            {({ message, excerpt }) => (
              <PanelMessage message={message} onShow={(messageId) => onJump({ messageId })}>
                {excerpt.map((part, index) => (part.match ? <mark key={index}>{part.text}</mark> : part.text))}
              </PanelMessage>
            )}
          </PagedList>
        )}
      </div>
    </SidePanel>
  )
}

/** The first moment of a day (`2026-03-12`), in local time. */
const startOf = (day: string): Date => new Date(`${day}T00:00:00`)
