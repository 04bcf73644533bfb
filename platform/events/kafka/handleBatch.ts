import type { EachBatchPayload } from 'kafkajs'
import { deliver, type Delivery } from '../deliver.ts'
import { inParallel } from '../inParallel.ts'
import type { OffsetCommits } from './offsetCommits.ts'
import { receive, type Received } from './received.ts'

export interface BatchHandling {
  delivery: Delivery<Received>
  offsets: OffsetCommits
  /** Messages worked on before their offsets are resolved. */
  slice: number
  /** Keys handled at the same time. */
  concurrency: number
  heartbeatMs: number
}

/**
 * Hands a batch of one partition to the handler: keys side by side, each key in order. Offsets are resolved only up to
 * the first message that is not done, so a batch that was broken off is read again from there. Keeps the group alive
 * meanwhile, and breaks off when the partition is taken away.
 */
export async function handleBatch(payload: EachBatchPayload, handling: BatchHandling): Promise<void> {
  const { batch, resolveOffset, heartbeat, isRunning, isStale } = payload
  const { offsets, slice, heartbeatMs } = handling
  const breakOff = new AbortController()
  let rebalancing: unknown
  const beats = setInterval(() => {
    if (!isRunning() || isStale()) breakOff.abort()
    heartbeat().catch((error: unknown) => {
      rebalancing = error
      breakOff.abort()
    })
  }, heartbeatMs)
  const signal = AbortSignal.any([breakOff.signal, handling.delivery.signal])
  try {
    for (let from = 0; from < batch.messages.length && !signal.aborted; from += slice) {
      const messages = batch.messages.slice(from, from + slice).map(receive)
      const done = await handleSlice(messages, { ...handling, delivery: { ...handling.delivery, signal } })
      const last = messages[done - 1]
      if (!last) return
      resolveOffset(last.offset)
      offsets.handled(batch.partition, last.offset)
      if (done < messages.length) return
    }
  } finally {
    clearInterval(beats)
    // kafkajs answers this error by joining the group again.
    if (rebalancing) {
      await offsets.flush()
      throw rebalancing
    }
  }
}

/** Resolves with how many messages, from the front, are done. */
async function handleSlice(messages: readonly Received[], { delivery, concurrency }: BatchHandling): Promise<number> {
  const runs = [...Map.groupBy(messages, ({ key }) => key).values()]
  const undone = await inParallel(runs, concurrency, async (run) => run[await deliver(run, delivery)])
  const first = messages.findIndex((message) => undone.includes(message))
  return first < 0 ? messages.length : first
}
