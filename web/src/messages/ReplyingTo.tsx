import { Reply, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { QuoteFragment } from '../generated.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { textOf } from './Quote.tsx'
import styles from './ReplyingTo.module.css'

/** Above the line in which one writes a reply: what it will quote. */
export function ReplyingTo({ quote, onEnd }: { quote: QuoteFragment; onEnd(): void }) {
  const { t } = useTranslation()
  return (
    <div className={styles.reply} role="group" aria-label={t('messages.replyingTo', { name: quote.sender.name })}>
      <Reply size={17} aria-hidden="true" />
      <p>
        <bdi>
          <strong>{quote.sender.name}</strong>
        </bdi>{' '}
        <bdi>{textOf(quote, t)}</bdi>
      </p>
      <IconButton label={t('messages.doNotReply')} onClick={onEnd}>
        <X size={17} />
      </IconButton>
    </div>
  )
}
