import type { ReactNode } from 'react'
import { Avatar } from '../ui/Avatar.tsx'
import { fullTime, shortTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import styles from './PanelMessage.module.css'

interface PanelMessageProps {
  message: { id: string; createdAt: string; sender: { id: string; name: string } }
  /** Its text, or what of it is shown. */
  children: ReactNode
  onShow(messageId: string): void
}

/** A message in a list beside the conversation. It leads to its place there. */
export function PanelMessage({ message: { id, createdAt, sender }, children, onShow }: PanelMessageProps) {
  const now = useNow()
  const at = Date.parse(createdAt)
  return (
    <button type="button" className={styles.message} onClick={() => onShow(id)}>
      <Avatar id={sender.id} name={sender.name} size={32} />
      <strong dir="auto">{sender.name}</strong>
      <time dateTime={createdAt} title={fullTime(at)}>
        {shortTime(at, now)}
      </time>
      <span className={styles.text} dir="auto">
        {children}
      </span>
    </button>
  )
}
