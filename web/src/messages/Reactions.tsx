import { useTranslation } from 'react-i18next'
import type { MessagePartsFragment } from '../generated.ts'
import { Problem } from '../ui/Problem.tsx'
import styles from './Reactions.module.css'
import { useReact } from './useReact.ts'

/** Under a message: what it was reacted with and how often, the viewer's own marked. A touch joins in, or takes it back. */
export function Reactions({ message }: { message: MessagePartsFragment }) {
  const { t } = useTranslation()
  const { act, problem } = useReact(message)
  return (
    <>
      <div role="group" aria-label={t('messages.reactions')} className={styles.reactions}>
        {message.reactions.map(({ emoji, count, reactedByMe }) => (
          <button
            key={emoji}
            type="button"
            aria-pressed={reactedByMe}
            aria-label={`${emoji} ${count}`}
            className={styles.reaction}
            onClick={() => void act(emoji)}
          >
            {emoji} <span>{count}</span>
          </button>
        ))}
      </div>
      <Problem>{problem}</Problem>
    </>
  )
}
