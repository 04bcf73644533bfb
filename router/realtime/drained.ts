import type { Writable } from 'node:stream'

/** By stream: one wait for all who write to it, or a hundred operations on one socket would be as many listeners. */
const waits = new WeakMap<Writable, Promise<void>>()

/** Undefined while more may be written; else resolves when what was written has left, or the reader is gone. */
export function drained(stream: Writable): Promise<void> | undefined {
  if (!stream.writableNeedDrain || stream.destroyed) return undefined
  let wait = waits.get(stream)
  if (!wait) waits.set(stream, (wait = nextDrain(stream)))
  return wait
}

const nextDrain = (stream: Writable): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      stream.off('drain', done).off('close', done)
      waits.delete(stream)
      resolve()
    }
    stream.on('drain', done).on('close', done)
  })
