/** What the server said besides of the last query or mutation. */
export interface LastAnswer {
  /** Its price by `@cost` and `@listSize`; null where none was told. */
  cost: string | null
  /** What is left of each rate, as in `"queries";r=2999;t=60`. */
  rates: string | null
  milliseconds: number
  /** Which subgraph was asked what; null for those to whom it is not shown. */
  plan: string | null
}

let last: LastAnswer | null = null
const listeners = new Set<() => void>()

export const lastAnswer = {
  current: (): LastAnswer | null => last,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  set: (answer: LastAnswer): void => {
    last = answer
    for (const listener of [...listeners]) listener()
  },
}
