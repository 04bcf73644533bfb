import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { QuoteFragment } from '../generated.ts'
import { namesOf } from './namesOf.ts'
import styles from './Quote.module.css'
import { useTimelineContext } from './TimelineContext.ts'

/** Above a reply: whom it answers and what they said. It leads there. */
export function Quote({ quote }: { quote: QuoteFragment }) {
  const { t } = useTranslation()
  const { onShow } = useTimelineContext()
  return (
    <button type="button" className={styles.quote} onClick={() => onShow(quote.id)}>
      <span className="visually-hidden">
        {t('messages.answers', { name: quote.sender.name, text: textOf(quote, t) })}
      </span>
      <strong dir="auto" aria-hidden="true">
        {quote.sender.name}
      </strong>
      <span dir="auto" aria-hidden="true">
        {textOf(quote, t)}
      </span>
    </button>
  )
}

export const textOf = ({ deletedAt, text, attachments }: QuoteFragment, t: TFunction): string =>
  deletedAt ? t('messages.deletedMessage') : (text || namesOf(attachments)).slice(0, 200)
