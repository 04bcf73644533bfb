import { until as untilIn } from '../../../platform/time/until.ts'

/** Waits until the condition (or what it promises) holds; the condition's own text says what failed, unless told. */
export const until = (condition: () => unknown, what = String(condition)): Promise<unknown> => untilIn(what, condition)
