export interface Pointers {
  readSeq: number
  deliveredSeq: number
}

/** How far one's own message has come with the others. */
export type Reach =
  | { state: 'sent' }
  | { state: 'delivered' }
  /** `count`: how many have read it; `all`: everyone has. */
  | { state: 'seen'; count: number; all: boolean }

/** `others`: how far each of the other members has come. */
export function reachOf(seq: number, others: Iterable<Pointers>): Reach {
  let [count, delivered, all] = [0, 0, 0]
  for (const { readSeq, deliveredSeq } of others) {
    all++
    if (readSeq >= seq) count++
    if (deliveredSeq >= seq) delivered++
  }
  if (count > 0) return { state: 'seen', count, all: count === all }
  return { state: all > 0 && delivered === all ? 'delivered' : 'sent' }
}
