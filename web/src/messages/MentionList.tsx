import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/Avatar.tsx'
import styles from './MentionList.module.css'
import { everyone } from './textParts.ts'
import type { Mentionable } from './useMentionable.ts'
import { atHandle } from '../ui/atHandle.ts'

interface MentionListProps {
  id: string
  found: readonly Mentionable[]
  chosen: number
  onChoose(person: Mentionable): void
}

/** Over the text that is being written: whom it could mention. The keyboard stays in the text. */
export function MentionList({ id, found, chosen, onChoose }: MentionListProps) {
  const { t } = useTranslation()
  return (
    <ul id={id} role="listbox" aria-label={t('messages.mention')} className={styles.list}>
      {found.map((person, index) => (
        <li
          key={person.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === chosen}
          // The text must not lose the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(person)}
        >
          <Avatar id={person.id} name={person.name} size={28} />
          <strong dir="auto">{person.name}</strong>
          <span>
            {person.id === everyone ? t('messages.mentionEveryone') : person.handle && atHandle(person.handle)}
          </span>
        </li>
      ))}
    </ul>
  )
}
