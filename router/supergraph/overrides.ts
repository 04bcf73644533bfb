/** Of which fields a subgraph that takes them over is asked: those whose label of `@override(label:)` holds. */
export interface Overrides {
  /** So many sets of labels there are. Planning depends on which of them holds for a request. */
  readonly levels: number
  /** The set for one request. */
  draw(): number
  /** The set in which no share holds but one of a hundred. */
  readonly settled: number
  /** As the planner takes them: labels that hold. */
  conditions(level: number): Map<string, boolean>
}

const PERCENT = /\boverrideLabel:\s*"(percent\((\d{1,3}(?:\.\d{1,8})?)\))"/g

/**
 * `on`: labels that hold for every request. Besides, `percent(5)` holds for five of a hundred requests, drawn for each; what holds
 * for few also holds when one for more does, so there is one plan more for each share, and not one for each combination.
 */
export function readOverrides(sdl: string, on: readonly string[], random: () => number = Math.random): Overrides {
  const found = new Map([...sdl.matchAll(PERCENT)].map(([, label, percent]) => [label!, Number(percent)]))
  const shares = [...found].filter(([label]) => !on.includes(label)).sort(([, a], [, b]) => a - b)
  const steps = [...new Set(shares.map(([, percent]) => percent))]
  return {
    levels: steps.length + 1,
    settled: steps.filter((percent) => percent < 100).length,
    draw() {
      if (steps.length === 0) return 0
      const drawn = random() * 100
      return steps.filter((percent) => percent <= drawn).length
    },
    conditions(level) {
      const holding = shares.filter(([, percent]) => steps.indexOf(percent) >= level).map(([label]) => label)
      return new Map([...on, ...holding].map((label) => [label, true]))
    },
  }
}
