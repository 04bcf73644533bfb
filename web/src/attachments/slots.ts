/** Uploads at once: more would only make each slower, and the server refuses more than six. */
const most = 3

const waiting: (() => void)[] = []
let running = 0

/** Runs when there is room. */
export async function inSlot<T>(work: () => Promise<T>): Promise<T> {
  if (running >= most) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    // Handed on to whoever waits longest.
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}
