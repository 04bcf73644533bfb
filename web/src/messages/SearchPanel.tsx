import { useTranslation } from 'react-i18next'
import { SearchFields } from '../discover/SearchFields.tsx'
import { useMessageSearch } from '../discover/useMessageSearch.ts'
import { startOfDay } from '../ui/days.ts'
import { Field } from '../ui/Field.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { SidePanel } from '../ui/SidePanel.tsx'
import type { Jump } from './jump.ts'
import { PanelMessage } from './PanelMessage.tsx'
import styles from './Panels.module.css'

interface SearchPanelProps {
  conversationId: string
  onJump(jump: Jump): void
  onClose(): void
}

/** Search in one conversation: by words, or by the day. */
export default function SearchPanel({ conversationId, onJump, onClose }: SearchPanelProps) {
  const { t } = useTranslation()
  const search = useMessageSearch(conversationId)
  return (
    <SidePanel title={t('messages.search')} onClose={onClose}>
      <div className={styles.scroller}>
        <div className={styles.fields}>
          <SearchFields search={search} label={t('messages.searchFor')} />
          <Field
            label={t('messages.goToDay')}
            type="date"
            onChange={({ target }) => target.valueAsNumber && onJump({ at: startOfDay(target.value) })}
          />
        </div>
        {search.isAsked && (
          <div className={styles.found}>
            <PagedList
              list={search.list}
              label={t('messages.found')}
              empty={<span className={styles.empty}>{t('messages.nothingFound')}</span>}
              keyOf={({ message }) => message.id}
            >
              {({ message, excerpt }) => (
                <PanelMessage message={message} onShow={(messageId) => onJump({ messageId })}>
                  {excerpt.map((part, index) => (part.match ? <mark key={index}>{part.text}</mark> : part.text))}
                </PanelMessage>
              )}
            </PagedList>
          </div>
        )}
      </div>
    </SidePanel>
  )
}
