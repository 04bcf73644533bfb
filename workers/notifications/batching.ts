interface Waiting<Item> {
  items: readonly Item[]
  resolve(): void
  reject(error: unknown): void
}

/**
 * Joins what several callers hand over while a call is running into the next one, `most` items at a time: so the transactions
 * of many conversations at once are few. Where a joined call fails, each caller's part is tried alone, so that one that cannot
 * be handled does not take the others along.
 */
export function joining<Item>(work: (items: readonly Item[]) => Promise<void>, most: number) {
  let waiting: Waiting<Item>[] = []
  let isRunning = false

  const alone = ({ items, resolve, reject }: Waiting<Item>) => work(items).then(resolve, reject)

  function take(): Waiting<Item>[] {
    let count = 0
    const end = waiting.findIndex(({ items }, index) => (count += items.length) > most && index > 0)
    const taken = end === -1 ? waiting : waiting.slice(0, end)
    waiting = waiting.slice(taken.length)
    return taken
  }

  async function run(): Promise<void> {
    isRunning = true
    while (waiting.length > 0) {
      const taken = take()
      const joined = taken.length > 1 && (await work(taken.flatMap(({ items }) => items)).then(...outcome))
      if (joined) for (const { resolve } of taken) resolve()
      else for (const one of taken) await alone(one)
    }
    isRunning = false
  }

  return (items: readonly Item[]): Promise<void> => {
    if (items.length === 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      waiting.push({ items, resolve, reject })
      if (!isRunning) void run()
    })
  }
}

const outcome = [() => true, () => false] as const
