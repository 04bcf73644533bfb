import type { Queries } from '../../../platform/database/index.ts'
import { readTimes } from '../store/readTimes.ts'

/** A moment in a conversation whose messages are 1 to `lastSeq`. `at` is in milliseconds since 1970. */
export interface Moment {
  conversationId: string
  lastSeq: number
  at: number
}

/** The answer lies above `low`, and at `high` or below. */
interface Span extends Moment {
  low: number
  high: number
}

/** Places looked at in one step: a conversation of a million messages takes four steps, one of a thousand million six. */
const PROBES = 31

/**
 * For each moment the `seq` of the first message that was sent then or later; `lastSeq + 1` where there is none.
 *
 * Within a conversation no message is older than the one before it: a clock that lags behind is raised when the message is
 * numbered. So `createdAt` ascends with `seq`, and the place is found by looking at few messages of the clustered key, without
 * an index over times that every send would have to write. All moments go side by side, in one statement for each step.
 */
export async function findMoments(queries: Queries, moments: readonly Moment[]): Promise<number[]> {
  const spans: Span[] = moments.map((moment) => ({ ...moment, low: 0, high: moment.lastSeq + 1 }))
  for (;;) {
    const open = spans.filter(({ low, high }) => high - low > 1)
    if (open.length === 0) return spans.map(({ high }) => high)
    const keys = open.flatMap((span) => probesOf(span).map((seq) => ({ conversationId: span.conversationId, seq })))
    const times = new Map(
      (await readTimes(queries, keys)).map((row) => [`${row.conversationId} ${row.seq}`, row.createdAt]),
    )
    for (const span of open) narrow(span, (seq) => times.get(`${span.conversationId} ${seq}`))
  }
}

/** Places between the ends, evenly spread: all of them where they are few. */
function probesOf({ low, high }: Span): number[] {
  const between = high - low - 1
  const count = Math.min(PROBES, between)
  return Array.from({ length: count }, (_, n) => low + Math.ceil(((n + 1) * (between + 1)) / (count + 1)))
}

function narrow(span: Span, timeOf: (seq: number) => number | undefined): void {
  for (const seq of probesOf(span)) {
    // Numbers have no hole (I1). One that is not there all the same counts as early: the search ends in any case.
    const isLate = (timeOf(seq) ?? -Infinity) >= span.at
    if (isLate) {
      span.high = seq
      return
    }
    span.low = seq
  }
}
