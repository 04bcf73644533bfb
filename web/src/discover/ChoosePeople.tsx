import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import styles from './ChoosePeople.module.css'
import { PeopleSearch, type Person } from './PeopleSearch.tsx'

interface ChoosePeopleProps {
  label: string
  people: readonly Person[]
  /** Where that many are chosen, nobody else is looked for. */
  most?: number
  onChange(people: readonly Person[]): void
}

/** Finds people one by one, and shows who was chosen. */
export function ChoosePeople({ label, people, most = Infinity, onChange }: ChoosePeopleProps) {
  const { t } = useTranslation()
  return (
    <div className={styles.choose}>
      {people.length > 0 && (
        <ul className={styles.chosen} aria-label={t('discover.chosen')}>
          {people.map((person) => (
            <li key={person.id}>
              <span dir="auto">{person.name}</span>
              <button
                type="button"
                aria-label={t('discover.unchoose', { name: person.name })}
                onClick={() => onChange(people.filter(({ id }) => id !== person.id))}
              >
                <X size={14} aria-hidden="true" />
              </button>
            </li>
          ))}
        </ul>
      )}
      {people.length < most && (
        <PeopleSearch label={label} without={people} onChoose={(person) => onChange([...people, person])} />
      )}
    </div>
  )
}
