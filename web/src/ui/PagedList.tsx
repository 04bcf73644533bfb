import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import styles from './PagedList.module.css'
import { Pending } from './Pending.tsx'
import type { Paged } from './usePaged.ts'

interface PagedListProps<Item> {
  list: Paged<Item>
  label: string
  /** Said where there is nothing. */
  empty: ReactNode
  keyOf(item: Item): string
  children(item: Item): ReactNode
}

/** Shows a list page by page: what is being read, what went wrong, that there is nothing, and a button for more. */
export function PagedList<Item>({ list, label, empty, keyOf, children }: PagedListProps<Item>) {
  const { t } = useTranslation()
  const { items, isLoaded, hasMore, isBusy, problem, loadMore, reload } = list
  return (
    <div className={styles.list} aria-busy={isBusy}>
      {items.length > 0 && (
        <ul aria-label={label}>
          {items.map((item) => (
            <li key={keyOf(item)}>{children(item)}</li>
          ))}
        </ul>
      )}
      {isLoaded && items.length === 0 && <p className={styles.empty}>{empty}</p>}
      {(!isLoaded || problem) && <Pending problem={problem} onRetry={() => void (isLoaded ? loadMore() : reload())} />}
      {hasMore && !problem && (
        <Button look="quiet" wide disabled={isBusy} onClick={() => void loadMore()}>
          {t('ui.showMore')}
        </Button>
      )}
    </div>
  )
}
