import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import styles from './Form.module.css'

interface FormProps {
  /** What the button says. */
  action: string
  onSubmit(values: FormData): Promise<void>
  /** Said once it is done, where the form stays. */
  done?: string
  danger?: boolean
  children: ReactNode
}

/** Fields, what went wrong, and one button. */
export function Form({ action, onSubmit, done, danger = false, children }: FormProps) {
  const [isDone, setDone] = useState(false)
  const { act, isBusy, problem } = useAction(async (values: FormData) => {
    setDone(false)
    await onSubmit(values)
    setDone(true)
  })
  return (
    <form
      className={styles.form}
      onChange={() => setDone(false)}
      onSubmit={(event) => {
        event.preventDefault()
        void act(new FormData(event.currentTarget))
      }}
    >
      {children}
      <Problem>{problem}</Problem>
      <Button type="submit" look={danger ? 'danger' : 'primary'} wide disabled={isBusy}>
        {action}
      </Button>
      {done && (
        <p role="status" className={styles.done}>
          {isDone && done}
        </p>
      )}
    </form>
  )
}

/** A field of a submitted form, without the spaces around it. */
export const textOf = (values: FormData, name: string): string => String(values.get(name) ?? '').trim()
