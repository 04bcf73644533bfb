import '../i18n/onDemand.ts'
import { FileDown, FileText } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useChat } from '../app/ChatContext.ts'
import type { FilePartsFragment } from '../generated.ts'
import { useTasks } from '../ui/useTasks.ts'
import { fileSize } from './fileSize.ts'
import { fileUrl, usePictureUrl } from './fileUrls.ts'
import styles from './FileView.module.css'
import { isPicture } from './isPicture.ts'

interface FileViewProps {
  file: FilePartsFragment
  /** Null while the message is on its way. */
  messageId: string | null
}

/** A file of a message: a picture small, anything else as a row that saves it. */
export default function FileView(props: FileViewProps) {
  const { contentType, width, height } = props.file
  return isPicture(contentType) && width && height ? <Picture {...props} /> : <Row {...props} />
}

/** Its thumbnail where it has one; it opens in a tab of its own, in its full size. */
function Picture({ file, messageId }: FileViewProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const { url, again } = usePictureUrl(messageId, file.id)
  const { run } = useTasks()
  if (url === null) return null
  const open = () =>
    run(async () => {
      const address = messageId && (await fileUrl(client, messageId, file.id))
      if (address) window.open(address, '_blank', 'noopener')
    })
  return (
    <button
      type="button"
      className={styles.picture}
      aria-label={t('attachments.openPicture', { name: file.name })}
      title={file.name}
      onClick={open}
    >
      <img src={url} alt={file.name} draggable={false} decoding="async" onError={again} />
    </button>
  )
}

function Row({ file, messageId }: FileViewProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const { run, problem } = useTasks()
  const size = fileSize(file.size)
  const save = () =>
    run(async () => {
      const url = messageId && (await fileUrl(client, messageId, file.id))
      if (!url) return
      const link = document.createElement('a')
      link.href = `${url}&download=1`
      link.download = file.name
      link.click()
    })
  return (
    <button
      type="button"
      className={styles.row}
      aria-label={t('attachments.save', { name: file.name, size })}
      title={file.name}
      disabled={messageId === null}
      onClick={save}
    >
      {messageId === null ? <FileText size={22} aria-hidden="true" /> : <FileDown size={22} aria-hidden="true" />}
      <span className={styles.name} dir="auto">
        {file.name}
      </span>
      <span className={styles.size}>{problem ?? size}</span>
    </button>
  )
}
