import { expect, test } from '@jest/globals'
import { DraftSaver } from './draftSaver.ts'

function given() {
  const sent: { text: string; answer(): void; refuse(error: Error): void }[] = []
  const saver = new DraftSaver((_id, text) => new Promise((answer, refuse) => void sent.push({ text, answer, refuse })))
  const until = async (met: () => boolean) => {
    while (!met()) await new Promise((resolve) => setImmediate(resolve))
  }
  return { saver, sent, until, texts: () => sent.map(({ text }) => text) }
}

test('a draft waits for the one before it, and of those that wait only the newest is sent', async () => {
  const { saver, sent, until, texts } = given()
  const first = saver.save('c', 'a')
  await until(() => sent.length === 1)
  const saved = [saver.save('c', 'ab'), saver.save('c', ''), saver.save('d', 'elsewhere')]
  await until(() => sent.length === 2)
  expect(texts()).toEqual(['a', 'elsewhere'])
  sent[0]!.answer()
  await first
  await until(() => sent.length === 3)
  expect(texts()).toEqual(['a', 'elsewhere', ''])
  sent[1]!.answer()
  sent[2]!.answer()
  await Promise.all(saved)
})

test('one that cannot be sent is told of, and holds up none that comes after it', async () => {
  const { saver, sent, until } = given()
  const first = saver.save('c', 'a')
  await until(() => sent.length === 1)
  const second = saver.save('c', 'ab')
  sent[0]!.refuse(new Error('away'))
  await expect(first).rejects.toThrow('away')
  await until(() => sent.length === 2)
  expect(sent[1]?.text).toBe('ab')
  sent[1]!.answer()
  await second
})
