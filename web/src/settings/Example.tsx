import styles from './Example.module.css'

/** Something to paste into a shell. */
export function Example({ label, children }: { label: string; children: string }) {
  return (
    <div>
      <p className={styles.label}>{label}</p>
      <pre className={styles.request} tabIndex={0} dir="ltr">
        {children}
      </pre>
    </div>
  )
}
