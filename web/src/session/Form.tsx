import type { ReactNode } from 'react'
import { Button } from '../ui/Button.tsx'
import { Problem } from '../ui/Problem.tsx'
import { useAction } from '../ui/useAction.ts'
import styles from './Form.module.css'

interface FormProps {
  /** What the button says. */
  action: string
  onSubmit(values: FormData): Promise<void>
  children: ReactNode
}

/** Fields, what went wrong, and one button. */
export function Form({ action, onSubmit, children }: FormProps) {
  const { act, isBusy, problem } = useAction(onSubmit)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void act(new FormData(event.currentTarget))
      }}
    >
      {children}
      <Problem>{problem}</Problem>
      <Button type="submit" look="primary" wide disabled={isBusy}>
        {action}
      </Button>
    </form>
  )
}

/** A field of a submitted form, without the spaces around it. */
export const textOf = (values: FormData, name: string): string => String(values.get(name) ?? '').trim()
