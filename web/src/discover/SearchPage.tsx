import { useTranslation } from 'react-i18next'
import { PagedList } from '../ui/PagedList.tsx'
import { DiscoverPage } from './DiscoverPage.tsx'
import { MatchRow } from './MatchRow.tsx'
import { SearchFields } from './SearchFields.tsx'
import { useMessageSearch } from './useMessageSearch.ts'

/** Search in all that the viewer may read; a result leads to its place in the conversation. */
export default function SearchPage() {
  const { t } = useTranslation()
  const search = useMessageSearch(null)
  return (
    <DiscoverPage title={t('discover.search')}>
      <SearchFields
        search={search}
        label={t('discover.searchMessages')}
        placeholder={t('discover.searchPlaceholder')}
        hint={t('discover.searchHint')}
      />
      {search.isAsked && (
        <PagedList
          list={search.list}
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
