import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { emptyPage, usePaged } from '../ui/usePaged.ts'
import { useSettled } from '../ui/useSettled.ts'
import { DiscoverPage } from './DiscoverPage.tsx'
import { SearchMessagesDocument } from './generated.ts'
import { MatchRow, type Match } from './MatchRow.tsx'

const pageSize = 20
/** The server's rule for a search in all conversations: one term of two characters at least. */
const leastTerm = 2

const isEnough = (query: string): boolean => query.split(/\s+/).some((term) => [...term].length >= leastTerm)

/** Search in all that the viewer may read; a result leads to its place in the conversation. */
export default function SearchPage() {
  const { t } = useTranslation()
  const { client } = useChat()
  const [text, setText] = useState('')
  const query = useSettled(text.trim())
  /** Null: with files or without. */
  const [hasAttachment, setHasAttachment] = useState<true | null>(null)
  const list = usePaged(
    useCallback(
      async (after: string | null) => {
        if (!isEnough(query)) return emptyPage<Match>()
        const variables = { query, hasAttachment, conversationId: null, first: pageSize, after }
        return (await read(client, SearchMessagesDocument, variables)).searchMessages
      },
      [client, query, hasAttachment],
    ),
  )
  return (
    <DiscoverPage title={t('discover.search')}>
      <Field
        label={t('discover.searchMessages')}
        type="search"
        value={text}
        autoFocus
        maxLength={100}
        placeholder={t('discover.searchPlaceholder')}
        hint={t('discover.searchHint')}
        onChange={(event) => setText(event.target.value)}
      />
      <Checkbox
        label={t('discover.withFiles')}
        checked={hasAttachment === true}
        onChange={({ target }) => setHasAttachment(target.checked || null)}
      />
      {isEnough(query) && (
        <PagedList
          list={list}
          label={t('discover.results')}
          empty={t('discover.nothingFound')}
          keyOf={({ message }) => message.id}
        >
          {(match) => <MatchRow match={match} />}
        </PagedList>
      )}
    </DiscoverPage>
  )
}
