import '../i18n/onDemand.ts'
import { useTranslation } from 'react-i18next'
import type { FilePartsFragment } from '../generated.ts'
import type { PickedFile } from './pickedFile.ts'
import styles from './Tray.module.css'
import { TrayFile } from './TrayFile.tsx'
import { maxFiles } from './usePicked.ts'

interface TrayProps {
  picked: readonly PickedFile[]
  onArrived(key: string, sent: FilePartsFragment): void
  onRemove(key: string): void
}

/** What will go with the message: each file on its way to the server, or there. */
export default function Tray({ picked, onArrived, onRemove }: TrayProps) {
  const { t } = useTranslation()
  const waiting = picked.filter(({ sent }) => !sent).length
  return (
    <div className={styles.tray}>
      <ul aria-label={t('attachments.picked')}>
        {picked.map((one) => (
          <TrayFile
            key={one.key}
            picked={one}
            onArrived={(sent) => onArrived(one.key, sent)}
            onRemove={() => onRemove(one.key)}
          />
        ))}
      </ul>
      <p role="status">
        {waiting > 0 ? t('attachments.waiting', { count: waiting }) : t('attachments.ready', { count: picked.length })}
        {picked.length === maxFiles && ` ${t('attachments.most', { count: maxFiles })}`}
      </p>
    </div>
  )
}
