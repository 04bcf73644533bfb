import { Link } from 'wouter'
import { useChat } from '../app/ChatContext.ts'
import { titleOf } from '../conversations/titleOf.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { fullTime, shortTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import styles from './MatchRow.module.css'
import type { Match } from './useMessageSearch.ts'

/** A message that was found, with what was searched for marked in it. It leads to where it was said. */
export function MatchRow({ match: { message, excerpt } }: { match: Match }) {
  const { viewerId } = useChat()
  const now = useNow()
  const at = Date.parse(message.createdAt)
  const { sender, conversation } = message
  return (
    <Link href={`/c/${conversation.id}?message=${encodeURIComponent(message.id)}`} className={styles.match}>
      <Avatar id={sender.id} name={sender.name} size={38} />
      <span className={styles.names}>
        <strong dir="auto">{sender.name}</strong>
        <span dir="auto">{titleOf(conversation, viewerId)}</span>
      </span>
      <time dateTime={message.createdAt} title={fullTime(at)}>
        {shortTime(at, now)}
      </time>
      <span className={styles.text} dir="auto">
        {excerpt.map((part, index) => (part.match ? <mark key={index}>{part.text}</mark> : part.text))}
      </span>
    </Link>
  )
}
