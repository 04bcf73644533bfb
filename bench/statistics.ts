/** Times in milliseconds of many repetitions, summed up. */
export interface Times {
  p50: number
  p99: number
  count: number
}

export function summarize(times: readonly number[]): Times {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN)
  return { p50: at(0.5), p99: at(0.99), count: sorted.length }
}

/** How much was done in how long, and what it cost this process. */
export interface Rate {
  perSecond: number
  /** Processor time of this process per unit, in microseconds. */
  cpuMicroseconds: number
}

/** Does `work` until `count` units are done by `workers` at once; `work` gets the number of its worker and of the unit. */
export async function rateOf(
  workers: number,
  count: number,
  work: (worker: number, unit: number) => Promise<unknown>,
): Promise<Rate> {
  let next = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let unit = next++; unit < count; unit = next++) await work(worker, unit)
    }),
  )
  const seconds = (performance.now() - start) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  return { perSecond: Math.round(count / seconds), cpuMicroseconds: Math.round((user + system) / count) }
}

/** The times of `count` runs, one after the other, after a warm-up that is not counted. */
export async function timesOf(
  count: number,
  run: (n: number) => Promise<unknown>,
  warmUp = Math.ceil(count / 10),
): Promise<Times> {
  const times: number[] = []
  for (let n = -warmUp; n < count; n += 1) {
    const start = performance.now()
    await run(n)
    if (n >= 0) times.push(performance.now() - start)
  }
  return summarize(times)
}

export const round = (value: number): number => Math.round(value * 100) / 100
