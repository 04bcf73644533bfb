import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '../api/problemOf.ts'

export interface Loaded<Value> {
  /** Undefined until it has come; what came last while it is read again. */
  value: Value | undefined
  problem: string | null
  reload(): Promise<void>
  /** Takes what a change has answered. */
  set(value: Value): void
}

/** One thing that is read from the server. `load` has to stay the same function (useCallback) as long as it means the same. */
export function useLoaded<Value>(load: () => Promise<Value>): Loaded<Value> {
  const [value, set] = useState<Value>()
  const [problem, setProblem] = useState<string | null>(null)
  const current = useRef(0)
  const reload = useCallback(async () => {
    const asked = ++current.current
    try {
      const loaded = await load()
      if (asked !== current.current) return
      set(loaded)
      setProblem(null)
    } catch (error) {
      if (asked === current.current) setProblem(problemOf(error))
    }
  }, [load])
  useEffect(() => {
    set(undefined)
    void reload()
    return () => void current.current++
  }, [reload])
  return { value, problem, reload, set }
}
