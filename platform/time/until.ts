import { setTimeout as sleep } from 'node:timers/promises'

/** Resolves with the first truthy value of `condition`. Rejects, naming `what`, when there is none within `ms`. */
export async function until<T>(what: string, condition: () => T | Promise<T>, ms = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + ms
  for (;;) {
    const value = await condition()
    if (value) return value
    if (Date.now() > end) throw new Error(`Waited ${ms} ms in vain for: ${what}`)
    await sleep(5)
  }
}
