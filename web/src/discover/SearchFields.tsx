import { useTranslation } from 'react-i18next'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Field } from '../ui/Field.tsx'
import { ChoosePeople } from './ChoosePeople.tsx'
import styles from './SearchFields.module.css'
import type { MessageSearch } from './useMessageSearch.ts'

interface SearchFieldsProps {
  search: MessageSearch
  label: string
  placeholder?: string
  hint?: string
}

/** What is searched for: words, and by whom, when and with what they were sent. */
export function SearchFields({ search, label, placeholder, hint }: SearchFieldsProps) {
  const { t } = useTranslation()
  const { filters, onFilters } = search
  return (
    <>
      <Field
        label={label}
        type="search"
        value={search.text}
        autoFocus
        maxLength={100}
        placeholder={placeholder}
        {...(hint && { hint })}
        onChange={({ target }) => search.onText(target.value)}
      />
      <Checkbox
        label={t('discover.withFiles')}
        checked={filters.withFiles}
        onChange={({ target }) => onFilters({ ...filters, withFiles: target.checked })}
      />
      <details className={styles.more}>
        <summary>{t('discover.moreFilters')}</summary>
        <div className={styles.filters}>
          <Checkbox
            label={t('discover.own')}
            checked={filters.isOwn}
            onChange={({ target }) => onFilters({ ...filters, isOwn: target.checked })}
          />
          {!filters.isOwn && (
            <ChoosePeople
              label={t('discover.sender')}
              people={filters.sender ? [filters.sender] : []}
              most={1}
              onChange={([sender = null]) => onFilters({ ...filters, sender })}
            />
          )}
          <div className={styles.days}>
            <Field
              label={t('discover.from')}
              type="date"
              value={filters.from}
              max={filters.to}
              onChange={({ target }) => onFilters({ ...filters, from: target.value })}
            />
            <Field
              label={t('discover.to')}
              type="date"
              value={filters.to}
              min={filters.from}
              onChange={({ target }) => onFilters({ ...filters, to: target.value })}
            />
          </div>
        </div>
      </details>
    </>
  )
}
