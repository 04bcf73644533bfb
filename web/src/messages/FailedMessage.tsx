import { useChat } from '../app/ChatContext.ts'
import type { OutgoingMessage } from '../outbox/outboxState.ts'
import styles from './FailedMessage.module.css'

/** Under a message that the server refused: why, and what can be done. */
export function FailedMessage({ message }: { message: OutgoingMessage }) {
  const { outbox } = useChat()
  return (
    <div className={styles.failed} role="alert">
      <span>Not sent. {message.problem}</span>
      <button type="button" onClick={() => outbox.retry(message.id)}>
        Try again
      </button>
      <button type="button" onClick={() => outbox.drop(message.id)}>
        Discard
      </button>
    </div>
  )
}
