import type { CSSProperties } from 'react'
import styles from './Avatar.module.css'
import { hueOf, initialsOf } from './initials.ts'

interface AvatarProps {
  /** Decides the colour, so that people of the same name differ. */
  id: string
  name: string
  size?: number
  square?: boolean
}

/** Initials on a colour of their own. Decoration: the name stands beside it. */
export function Avatar({ id, name, size = 36, square = false }: AvatarProps) {
  const style = { '--hue': hueOf(id), '--size': `${size}px` } as CSSProperties
  return (
    <span aria-hidden="true" className={styles.avatar} data-square={square} style={style}>
      {initialsOf(name)}
    </span>
  )
}
