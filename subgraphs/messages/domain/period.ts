import { InvalidInput } from '../../../platform/errors.ts'

/** Messages sent at `from` or later, and before `to`. Milliseconds since 1970; absent: no bound. */
export interface Period {
  from?: number
  to?: number
}

/**
 * The period behind the arguments of `Conversation.messages`; undefined where there is none.
 * @throws InvalidInput  it ends before it begins, or stands beside another bound
 */
export function requestedPeriod(
  { from, to }: { from?: Date | null; to?: Date | null },
  others: { around?: string | null; fromSeq?: number | null } = {},
): Period | undefined {
  if (!from && !to) return undefined
  if (from && to && from > to) throw new InvalidInput('from must not be after to.')
  if (typeof others.around === 'string' || typeof others.fromSeq === 'number') {
    throw new InvalidInput('Give from and to, or another bound: not both.')
  }
  return { ...(from ? { from: from.getTime() } : {}), ...(to ? { to: to.getTime() } : {}) }
}
