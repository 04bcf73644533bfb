import { useId, type ComponentProps } from 'react'
import styles from './Field.module.css'

interface FieldProps extends ComponentProps<'input'> {
  label: string
  hint?: string
}

/** A labelled line of text, in the direction of what is written; addresses always from left to right. */
export function Field({ label, hint, ...rest }: FieldProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        dir={rest.type === 'url' ? 'ltr' : 'auto'}
        {...rest}
        id={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
      />
      {hint && <p id={`${id}-hint`}>{hint}</p>}
    </div>
  )
}
