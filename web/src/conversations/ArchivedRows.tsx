import { Archive, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import type { ConversationRow } from './conversationRow.ts'
import styles from './InboxList.module.css'
import { InboxRow } from './InboxRow.tsx'
import { stepRows } from './stepRows.ts'

interface ArchivedRowsProps {
  rows: readonly ConversationRow[]
  hasMore: boolean
  openId: string | undefined
}

/** What the viewer has put out of the inbox, read when they want to see it. */
export function ArchivedRows({ rows, hasMore, openId }: ArchivedRowsProps) {
  const { t } = useTranslation()
  const { inbox } = useChat()
  const [isOpen, setOpen] = useState(false)
  const { act: loadMore, isBusy, problem } = useAction(() => inbox.loadArchived())
  const toggle = () => {
    setOpen(!isOpen)
    if (!isOpen && hasMore) void loadMore()
  }
  return (
    <section className={styles.archived}>
      <button type="button" className={styles.toggle} aria-expanded={isOpen} onClick={toggle}>
        <Archive size={16} aria-hidden="true" />
        {t('conversations.archived')}
        <ChevronDown size={16} aria-hidden="true" />
      </button>
      {isOpen && (
        <>
          <ul aria-label={t('conversations.archived')} hidden={rows.length === 0} onKeyDown={stepRows}>
            {rows.map((row) => (
              <li key={row.id}>
                <InboxRow row={row} isOpen={row.id === openId} />
              </li>
            ))}
          </ul>
          {rows.length === 0 && !hasMore && <p className={styles.nothing}>{t('conversations.noneArchived')}</p>}
          <Problem>{problem}</Problem>
          {hasMore && (
            <Button look="quiet" wide disabled={isBusy} onClick={() => void loadMore()}>
              {t('ui.showMore')}
            </Button>
          )}
        </>
      )}
    </section>
  )
}
