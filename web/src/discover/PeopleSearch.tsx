import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { atHandle } from '../ui/atHandle.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Badge } from '../ui/Badge.tsx'
import { Field } from '../ui/Field.tsx'
import { PagedList } from '../ui/PagedList.tsx'
import { emptyPage, usePaged } from '../ui/usePaged.ts'
import { useSettled } from '../ui/useSettled.ts'
import { SearchPeopleDocument, type SearchPeopleQuery } from './generated.ts'
import styles from './PeopleSearch.module.css'

export type Person = SearchPeopleQuery['searchUsers']['edges'][number]['node']

interface PeopleSearchProps {
  label: string
  autoFocus?: boolean
  /** Who is not offered. */
  without?: readonly Person[]
  isBusy?: boolean
  onChoose(person: Person): void
}

const pageSize = 8

/** Finds people by the beginning of their handle. */
export function PeopleSearch({ label, autoFocus = false, without = [], isBusy = false, onChoose }: PeopleSearchProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [text, setText] = useState('')
  const handlePrefix = useSettled(text.trim().replace(/^@/, ''))
  const list = usePaged(
    useCallback(
      async (after: string | null) => {
        if (!handlePrefix) return emptyPage<Person>()
        return (await read(client, SearchPeopleDocument, { handlePrefix, first: pageSize, after })).searchUsers
      },
      [client, handlePrefix],
    ),
  )
  const found = { ...list, items: list.items.filter(({ id }) => !without.some((person) => person.id === id)) }
  return (
    <div className={styles.search}>
      <Field
        label={label}
        type="search"
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoFocus={autoFocus}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={33}
        placeholder={t('discover.handlePlaceholder')}
      />
      {handlePrefix && (
        <PagedList list={found} label={t('discover.people')} empty={t('discover.nobody')} keyOf={({ id }) => id}>
          {(person) => (
            <button type="button" className={styles.person} disabled={isBusy} onClick={() => onChoose(person)}>
              <Avatar id={person.id} name={person.name} url={person.avatarUrl} size={36} />
              <span>
                <span className={styles.heading}>
                  <strong dir="auto">{person.name}</strong>
                  {person.isBot && <Badge look="quiet">{t('ui.bot')}</Badge>}
                </span>
                <span className={styles.about}>
                  {person.handle && atHandle(person.handle)}
                  {person.statusText && ' · '}
                  <bdi>{person.statusText}</bdi>
                </span>
              </span>
            </button>
          )}
        </PagedList>
      )}
    </div>
  )
}
