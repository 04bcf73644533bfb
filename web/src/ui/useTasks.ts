import { useCallback, useState } from 'react'
import { problemOf } from '../api/problemOf.ts'

/** Things a person asks for one after the other, each run at once and whatever else still runs; and what went wrong last. */
export function useTasks() {
  const [problem, setProblem] = useState<string | null>(null)
  const run = useCallback((task: () => Promise<void>): void => {
    setProblem(null)
    task().catch((error: unknown) => setProblem(problemOf(error)))
  }, [])
  return { run, problem }
}
