/**
 * How long to wait before try number `attempt` (0 is the first one again): doubled each time up to `longestMs`, of which
 * a random half, so that clients that lost the same server don't come back at the same moment.
 */
export function backOffMs(attempt: number, random: () => number = Math.random, longestMs = 15_000): number {
  const full = Math.min(longestMs, 500 * 2 ** Math.min(attempt, 10))
  return Math.round(full / 2 + (full / 2) * random())
}
