import { Timer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './MessageBubble.module.css'
import { durationLeft } from './expiry.ts'

/** How long a message still has, counted down to the second in its last minute. */
export function ExpiryNote({ at }: { at: string }) {
  const { t } = useTranslation()
  const [now, setNow] = useState(Date.now)
  const leftMs = Date.parse(at) - now
  useEffect(() => {
    if (leftMs <= 0) return
    const timer = setTimeout(() => setNow(Date.now()), leftMs > 90_000 ? 30_000 : 1_000)
    return () => clearTimeout(timer)
  }, [leftMs])
  const left = durationLeft(leftMs)
  return (
    <span className={styles.expiry} title={t('messages.expiresIn', { left })}>
      <Timer size={12} aria-hidden="true" />
      <span className="visually-hidden">{t('messages.expiresIn', { left })}</span>
      <span aria-hidden="true">{left}</span>
    </span>
  )
}
