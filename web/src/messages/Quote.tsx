import type { QuoteFragment } from '../generated.ts'
import styles from './Quote.module.css'

/** Above a reply: whom it answers and what they said. It leads there, as long as that is on the page. */
export function Quote({ quote }: { quote: QuoteFragment }) {
  const show = () =>
    document
      .querySelector(`[data-message="${CSS.escape(quote.id)}"]`)
      ?.scrollIntoView({ block: 'center', behavior: 'smooth' })
  return (
    <button
      type="button"
      className={styles.quote}
      aria-label={`Answers ${quote.sender.name}: ${textOf(quote)}`}
      onClick={show}
    >
      <strong>{quote.sender.name}</strong>
      <span dir="auto">{textOf(quote)}</span>
    </button>
  )
}

export const textOf = ({ deletedAt, text }: QuoteFragment): string =>
  deletedAt ? 'Deleted message' : text.slice(0, 200)
