import { FileText, RotateCw, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilePartsFragment } from '../generated.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { fileSize } from './fileSize.ts'
import { isPicture } from './isPicture.ts'
import styles from './Tray.module.css'
import type { PickedFile } from './pickedFile.ts'
import { useUpload, type UploadState } from './useUpload.ts'

interface TrayFileProps {
  picked: PickedFile
  onArrived(sent: FilePartsFragment): void
  onRemove(): void
}

export function TrayFile({ picked, onArrived, onRemove }: TrayFileProps) {
  const { t } = useTranslation()
  const { file } = picked
  const { state, retry, discard } = useUpload(picked, onArrived)
  const remove = () => {
    discard()
    onRemove()
  }
  return (
    <li className={styles.file} data-upload={state.status}>
      <Face file={file} />
      <span className={styles.name} dir="auto" title={file.name}>
        {file.name}
      </span>
      <Standing file={file} state={state} />
      {state.status === 'failed' && (
        <IconButton label={t('attachments.retry', { name: file.name })} onClick={retry}>
          <RotateCw size={16} />
        </IconButton>
      )}
      <IconButton label={t('attachments.remove', { name: file.name })} onClick={remove}>
        <X size={16} />
      </IconButton>
    </li>
  )
}

function Standing({ file, state }: { file: File; state: UploadState }) {
  const { t } = useTranslation()
  if (state.status === 'sending') {
    return <progress max={1} value={state.part} aria-label={t('attachments.sending', { name: file.name })} />
  }
  if (state.status === 'sent') return <span className={styles.note}>{fileSize(file.size)}</span>
  return (
    <span className={styles.note} role="alert">
      {state.isOffline ? t('attachments.offline') : state.problem}
    </span>
  )
}

/** A picture as it is, anything else as a sheet. */
function Face({ file }: { file: File }) {
  const [url, setUrl] = useState<string | null>(null)
  useEffect(() => {
    if (!isPicture(file.type)) return
    const made = URL.createObjectURL(file)
    setUrl(made)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <span className={styles.face}>
      {url ? <img src={url} alt="" draggable={false} /> : <FileText size={20} aria-hidden="true" />}
    </span>
  )
}
