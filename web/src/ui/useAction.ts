import { useState } from 'react'
import { problemOf } from '../api/problemOf.ts'

/** Something a person asked for and waits for: whether it is running, and what went wrong. */
export function useAction<Arguments extends unknown[]>(run: (...args: Arguments) => Promise<void>) {
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const act = async (...args: Arguments): Promise<void> => {
    if (isBusy) return
    setBusy(true)
    setProblem(null)
    try {
      await run(...args)
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { act, isBusy, problem }
}
