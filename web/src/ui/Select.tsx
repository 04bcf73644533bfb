import { useId, type ComponentProps } from 'react'
import styles from './Field.module.css'

interface SelectProps extends Omit<ComponentProps<'select'>, 'children'> {
  label: string
  hint?: string
  /** Value and what is shown for it, in order. */
  options: readonly (readonly [value: string, shown: string])[]
}

/** A labelled choice of one: the platform's own, which phones show as they are used to. */
export function Select({ label, hint, options, ...rest }: SelectProps) {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <select {...rest} id={id} aria-describedby={hint ? `${id}-hint` : undefined}>
        {options.map(([value, shown]) => (
          <option key={value} value={value}>
            {shown}
          </option>
        ))}
      </select>
      {hint && <p id={`${id}-hint`}>{hint}</p>}
    </div>
  )
}
