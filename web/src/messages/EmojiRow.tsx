import { useTranslation } from 'react-i18next'
import type { MessagePartsFragment } from '../generated.ts'
import styles from './EmojiRow.module.css'
import { useReact } from './useReact.ts'

/** What people react with most; any other emoji of others' can be joined below the message. */
const emojis = {
  '👍': 'thumbsUp',
  '❤️': 'heart',
  '😂': 'laughing',
  '😮': 'astonished',
  '😢': 'sad',
  '🎉': 'party',
} as const

/** The first line of a message's menu: one touch reacts, or takes the reaction back. */
export function EmojiRow({ message }: { message: MessagePartsFragment }) {
  const { t } = useTranslation()
  const { act } = useReact(message)
  return (
    <div role="group" aria-label={t('messages.react')} className={styles.row}>
      {Object.entries(emojis).map(([emoji, name]) => (
        <button
          key={emoji}
          type="button"
          role="menuitemcheckbox"
          aria-checked={message.reactions.some((reaction) => reaction.emoji === emoji && reaction.reactedByMe)}
          aria-label={t(`messages.emoji.${name}`)}
          title={t(`messages.emoji.${name}`)}
          className={styles.emoji}
          onClick={() => void act(emoji)}
        >
          {emoji}
        </button>
      ))}
    </div>
  )
}
