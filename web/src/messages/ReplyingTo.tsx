import { Reply, X } from 'lucide-react'
import type { QuoteFragment } from '../generated.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { textOf } from './Quote.tsx'
import styles from './ReplyingTo.module.css'

/** Above the line in which one writes a reply: what it will quote. */
export function ReplyingTo({ quote, onEnd }: { quote: QuoteFragment; onEnd(): void }) {
  return (
    <div className={styles.reply} role="group" aria-label={`Replying to ${quote.sender.name}`}>
      <Reply size={17} aria-hidden="true" />
      <p>
        <strong>{quote.sender.name}</strong> {textOf(quote)}
      </p>
      <IconButton label="Do not reply" onClick={onEnd}>
        <X size={17} />
      </IconButton>
    </div>
  )
}
