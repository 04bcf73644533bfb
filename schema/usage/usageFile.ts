import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { daysAgo, type UsageCount, type UsageStore } from './usageStore.ts'

const short = z.string().max(1_000)
const usageCount = z.object({
  day: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  operation: z.object({
    hash: short,
    name: short,
    text: z.string().max(100_000),
    coordinates: z.array(short).max(100_000),
  }),
  client: z.object({ name: short, version: short }),
  requests: z.number().int().nonnegative(),
})

/**
 * Counts in a file of JSON lines, for one router: each call reads it and writes it anew beside, so that a reader never
 * sees half of it.
 */
export function usageFileStore(file: string, keepDays: number): UsageStore {
  let turn: Promise<unknown> = Promise.resolve()
  const add = async (counts: readonly UsageCount[]): Promise<void> => {
    const totals = new Map<string, UsageCount>()
    const oldest = daysAgo(keepDays)
    for (const count of [...(await read(file)), ...counts]) {
      if (count.day < oldest) continue
      const { day, operation, client } = count
      const key = JSON.stringify([day, operation.hash, client.name, client.version])
      const known = totals.get(key)
      totals.set(key, known ? merged(known, count) : count)
    }
    const written = `${file}.${process.pid}.new`
    await mkdir(dirname(file), { recursive: true })
    await writeFile(written, [...totals.values()].map((count) => `${JSON.stringify(count)}\n`).join(''))
    await rename(written, file)
  }
  return {
    add(counts) {
      const done = turn.then(() => add(counts))
      turn = done.catch(() => {})
      return done
    },
    since: async (day) => (await read(file)).filter((count) => count.day >= day),
  }
}

const merged = (a: UsageCount, b: UsageCount): UsageCount => ({
  ...a,
  operation: { ...a.operation, coordinates: [...new Set([...a.operation.coordinates, ...b.operation.coordinates])] },
  requests: a.requests + b.requests,
})

async function read(file: string): Promise<UsageCount[]> {
  return existsSync(file) ? parseUsage(await readFile(file, 'utf8'), file) : []
}

/** @throws Error  names the line that is none of ours */
export function parseUsage(text: string, file: string): UsageCount[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return []
    try {
      return [usageCount.parse(JSON.parse(line))]
    } catch (cause) {
      throw new Error(`${file}:${at + 1} is no line of recorded usage.`, { cause })
    }
  })
}
