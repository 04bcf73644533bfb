import { lazy, Suspense, type CSSProperties } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilePartsFragment } from '../generated.ts'
import type { ShownMessage } from '../messages/shownMessage.ts'
import styles from './Attachments.module.css'
import { isPicture } from './isPicture.ts'

const FileView = lazy(() => import('./FileView.tsx'))

/** The files of a message. Each has its room before it is there, so nothing jumps. */
export function Attachments({ message }: { message: ShownMessage }) {
  const { i18n } = useTranslation()
  return (
    // In the page's own direction, so that the words of the bubble alone decide on its.
    <ul className={styles.files} dir={i18n.dir()}>
      {message.attachments.map((file) => (
        <li key={file.id} className={roomOf(file) ? styles.picture : styles.file} style={roomOf(file)}>
          <Suspense>
            <FileView file={file} messageId={message.arrived?.id ?? null} />
          </Suspense>
        </li>
      ))}
    </ul>
  )
}

const [mostWide, mostHigh, least] = [340, 320, 48]

/** The room of a picture, in its own proportions; undefined for what is shown as a row. */
function roomOf({ contentType, width, height }: FilePartsFragment): CSSProperties | undefined {
  if (!isPicture(contentType) || !width || !height) return undefined
  const scale = Math.min(1, mostWide / width, mostHigh / height)
  const [wide, high] = [Math.max(least, width * scale), Math.max(least, height * scale)]
  return { width: Math.round(wide), aspectRatio: `${Math.round(wide)} / ${Math.round(high)}` }
}
