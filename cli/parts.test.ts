import { expect, test } from '@jest/globals'
import { pino } from 'pino'
import { Parts } from './parts.ts'

/** Parts, what they close, and what they complain of. */
function workbench() {
  const told: string[] = []
  const closed: string[] = []
  const parts = new Parts(pino({ level: 'error' }, { write: (line: string) => void told.push(line) }))
  const part = (name: string) => ({ close: async () => void closed.push(name) })
  return { parts, part, told, closed }
}

test('a part that could not be made is told to whoever asked for it, and not again at the close', async () => {
  const { parts, part, told, closed } = workbench()
  parts.once('first', async () => part('first'))
  const refused = parts.once('second', async (): Promise<ReturnType<typeof part>> => {
    throw new Error('The disk is full.')
  })
  await expect(refused).rejects.toThrow('The disk is full.')
  await parts.close()
  expect(closed).toEqual(['first'])
  expect(told).toEqual([])
})

test('parts are made once, and closed once in the reverse order', async () => {
  const { parts, part, closed } = workbench()
  expect(parts.once('first', () => part('first'))).toBe(parts.once('first', () => part('another')))
  parts.once('second', () => part('second'))
  await parts.close()
  await parts.close()
  expect(closed).toEqual(['second', 'first'])
})
