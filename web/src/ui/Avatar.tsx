import { useState, type CSSProperties } from 'react'
import styles from './Avatar.module.css'
import { hueOf, initialsOf } from './initials.ts'

interface AvatarProps {
  /** Decides the colour, so that people of the same name differ. */
  id: string
  name: string
  /** Address of a picture; the initials stand where there is none, or it does not come. */
  url?: string | null | undefined
  size?: number
  square?: boolean
}

/** A picture, or initials on a colour of their own. Decoration: the name stands beside it. */
export function Avatar({ id, name, url, size = 36, square = false }: AvatarProps) {
  const [brokenUrl, setBrokenUrl] = useState<string | null>(null)
  const style = { '--hue': hueOf(id), '--size': `${size}px` } as CSSProperties
  const picture = url === brokenUrl ? null : url
  // As generated content the initials are part of no text: a button's label need not hold them.
  return (
    <span
      aria-hidden="true"
      className={styles.avatar}
      data-square={square}
      data-initials={picture ? undefined : initialsOf(name)}
      style={style}
    >
      {picture && (
        <img src={picture} alt="" loading="lazy" referrerPolicy="no-referrer" onError={() => setBrokenUrl(picture)} />
      )}
    </span>
  )
}
