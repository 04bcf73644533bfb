import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import type { OutgoingMessage } from '../outbox/newMessage.ts'
import styles from './FailedMessage.module.css'

/** Under a message that the server refused: why, and what can be done. */
export function FailedMessage({ message }: { message: OutgoingMessage }) {
  const { t } = useTranslation()
  const { outbox } = useChat()
  return (
    <div className={styles.failed} role="alert">
      <span>{t('messages.notSentBecause', { problem: message.problem ?? '' })}</span>
      <button type="button" onClick={() => outbox.retry(message.id)}>
        {t('ui.tryAgain')}
      </button>
      <button type="button" onClick={() => outbox.drop(message.id)}>
        {t('messages.discard')}
      </button>
    </div>
  )
}
