import { useMemo } from 'react'
import { useChat } from '../app/ChatContext.ts'
import styles from './MessageText.module.css'
import { textParts, type Named, type TextPart } from './textParts.ts'

interface MessageTextProps {
  text: string
  mentions: readonly Named[]
  mentionsEveryone: boolean
}

/** Text as it was written, its links made clickable, code and mentions marked. */
export function MessageText({ text, mentions, mentionsEveryone }: MessageTextProps) {
  const { viewerId } = useChat()
  const parts = useMemo(() => textParts(text, mentions, mentionsEveryone), [text, mentions, mentionsEveryone])
  return parts.map((part, index) =>
    part.kind === 'text' ? part.text : <Part key={index} part={part} own={viewerId} />,
  )
}

function Part({ part, own }: { part: TextPart; own: string }) {
  switch (part.kind) {
    case 'link':
      return (
        <a href={part.href} target="_blank" rel="noopener noreferrer nofollow" dir="ltr">
          {part.text}
        </a>
      )
    case 'mention':
      return (
        <span className={styles.mention} data-me={part.userId === null || part.userId === own}>
          {part.text}
        </span>
      )
    case 'code':
      return (
        <code className={styles.code} dir="ltr">
          {part.text}
        </code>
      )
    case 'block':
      return (
        <pre className={styles.block} dir="ltr">
          <code>{part.text}</code>
        </pre>
      )
    default:
      return part.text
  }
}
