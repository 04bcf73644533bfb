import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { QuoteFragment } from '../generated.ts'
import styles from './Quote.module.css'

/** Above a reply: whom it answers and what they said. It leads there, as long as that is on the page. */
export function Quote({ quote }: { quote: QuoteFragment }) {
  const { t } = useTranslation()
  const show = () =>
    document
      .querySelector(`[data-message="${CSS.escape(quote.id)}"]`)
      ?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  return (
    <button
      type="button"
      className={styles.quote}
      aria-label={t('messages.answers', { name: quote.sender.name, text: textOf(quote, t) })}
      onClick={show}
    >
      <strong>{quote.sender.name}</strong>
      <span dir="auto">{textOf(quote, t)}</span>
    </button>
  )
}

export const textOf = ({ deletedAt, text }: QuoteFragment, t: TFunction): string =>
  deletedAt ? t('messages.deletedMessage') : text.slice(0, 200)
