import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import styles from './TypingLine.module.css'
import { useTyping } from './useTyping.ts'

/** Says who types, under the messages; as high when nobody does, so that nothing moves. */
export function TypingLine({ conversationId }: { conversationId: string }) {
  const { t } = useTranslation()
  const names = useTyping(conversationId)
  return (
    <p className={styles.line} aria-live="polite" dir="auto">
      {names.length > 0 && (
        <>
          <span className={styles.dots} aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
          {textOf(names, t)}
        </>
      )}
    </p>
  )
}

function textOf([first = '', second = '', ...others]: string[], t: TFunction): string {
  if (others.length > 0) return t('live.severalType')
  return second ? t('live.twoType', { first, second }) : t('live.oneTypes', { name: first })
}
