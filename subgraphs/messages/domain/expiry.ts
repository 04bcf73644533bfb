import { InvalidInput } from '../../../platform/errors.ts'

const minSeconds = 10
const maxSeconds = 365 * 24 * 60 * 60

/**
 * How long a message stays, in milliseconds.
 * @throws InvalidInput  less than 10 seconds, or more than 365 days
 */
export function checkedExpiry(seconds: number | null | undefined): number | undefined {
  if (seconds === null || seconds === undefined) return undefined
  if (seconds < minSeconds || seconds > maxSeconds) {
    throw new InvalidInput(`expireAfterSeconds must be from ${minSeconds} to ${maxSeconds}.`)
  }
  return seconds * 1000
}
