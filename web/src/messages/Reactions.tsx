import { useRef, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { MessagePartsFragment } from '../generated.ts'
import { Problem } from '../ui/Problem.tsx'
import styles from './Reactions.module.css'
import { useTimelineContext } from './TimelineContext.ts'
import { useLongPress } from './useLongPress.ts'
import { useReact } from './useReact.ts'

/**
 * Under a message: what it was reacted with and how often, the viewer's own marked. A touch joins in, or takes it back; a long one,
 * or the other button of a mouse, shows who has reacted.
 */
export function Reactions({ message }: { message: MessagePartsFragment }) {
  const { t } = useTranslation()
  const { act, problem } = useReact(message)
  const { onAsk } = useTimelineContext()
  // The click that follows a long press is none.
  const asked = useRef(false)
  const press = useLongPress(
    () => onAsk('reactions', message),
    () => (asked.current = true),
  )
  const onContextMenu = (event: MouseEvent) => {
    press.onContextMenu(event)
    if (event.defaultPrevented) return
    event.preventDefault()
    onAsk('reactions', message)
  }
  return (
    <>
      <div
        role="group"
        aria-label={t('messages.reactions')}
        className={styles.reactions}
        {...press}
        onPointerDownCapture={() => void (asked.current = false)}
        onContextMenu={onContextMenu}
      >
        {message.reactions.map(({ emoji, count, reactedByMe }) => (
          <button
            key={emoji}
            type="button"
            aria-pressed={reactedByMe}
            aria-label={`${emoji} ${count}`}
            className={styles.reaction}
            onClick={() => {
              if (!asked.current) void act(emoji)
              asked.current = false
            }}
          >
            {emoji} <span>{count}</span>
          </button>
        ))}
      </div>
      <Problem>{problem}</Problem>
    </>
  )
}
