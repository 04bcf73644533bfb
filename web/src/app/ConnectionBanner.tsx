import { LoaderCircle, WifiOff } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useChat } from './ChatContext.ts'
import styles from './ConnectionBanner.module.css'

/** A reconnect that takes less than this is not worth a word. */
const patienceMs = 700

/** Says that the live connection is lost; sends wait in the meantime, and nothing is missed. */
export function ConnectionBanner() {
  const { t } = useTranslation()
  const { connection } = useChat()
  const status = useSyncExternalStore(connection.subscribe, connection.current)
  const isOnline = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const isLost = useLasting(status === 'waiting' || !isOnline)
  return (
    <div role="status" className={styles.banner} data-lost={isLost}>
      {isLost && (isOnline ? <LoaderCircle size={15} className={styles.turning} /> : <WifiOff size={15} />)}
      {isLost && (isOnline ? t('app.reconnecting') : t('app.offline'))}
    </div>
  )
}

function useLasting(value: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    if (!value) return setLasting(false)
    const timer = setTimeout(() => setLasting(true), patienceMs)
    return () => clearTimeout(timer)
  }, [value])
  return lasting
}

function subscribeOnline(listener: () => void): () => void {
  window.addEventListener('online', listener)
  window.addEventListener('offline', listener)
  return () => {
    window.removeEventListener('online', listener)
    window.removeEventListener('offline', listener)
  }
}
