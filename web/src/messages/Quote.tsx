import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { QuoteFragment } from '../generated.ts'
import styles from './Quote.module.css'
import { useTimelineContext } from './TimelineContext.ts'

/** Above a reply: whom it answers and what they said. It leads there. */
export function Quote({ quote }: { quote: QuoteFragment }) {
  const { t } = useTranslation()
  const { onShow } = useTimelineContext()
  return (
    <button
      type="button"
      className={styles.quote}
      aria-label={t('messages.answers', { name: quote.sender.name, text: textOf(quote, t) })}
      onClick={() => onShow(quote.id)}
    >
      <strong dir="auto">{quote.sender.name}</strong>
      <span dir="auto">{textOf(quote, t)}</span>
    </button>
  )
}

export const textOf = ({ deletedAt, text }: QuoteFragment, t: TFunction): string =>
  deletedAt ? t('messages.deletedMessage') : text.slice(0, 200)
