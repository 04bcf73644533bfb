import styles from './Problem.module.css'

/** Says what went wrong, aloud too. */
export function Problem({ children }: { children: string | null }) {
  return (
    <div role="alert" className={styles.problem} hidden={!children}>
      {children}
    </div>
  )
}
