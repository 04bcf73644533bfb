import { ArrowLeft } from 'lucide-react'
import { Link } from 'wouter'
import styles from './integrations.module.css'

/** The way back to the list that this was chosen from. */
export function BackLink({ href, children }: { href: string; children: string }) {
  return (
    <Link href={href} className={styles.back}>
      <ArrowLeft size={17} aria-hidden="true" />
      <span>{children}</span>
    </Link>
  )
}
