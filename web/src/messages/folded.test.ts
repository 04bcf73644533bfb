import { describe, expect, test } from '@jest/globals'
import { folded } from './folded.ts'

describe('a long message', () => {
  test('what people usually write is shown in full', () => {
    expect(folded('Hello')).toBeNull()
    expect(folded('word '.repeat(400))).toBeNull()
    expect(folded('line\n'.repeat(23))).toBeNull()
  })

  test('many words, many lines and one endless word show their beginning', () => {
    expect(folded('word '.repeat(2_000))).toMatch(/^(word ){200,}word…$/)
    expect(folded('line\n'.repeat(300))).toBe(`${'line\n'.repeat(13)}line…`)
    expect(folded('x'.repeat(5_000))).toBe(`${'x'.repeat(1_200)}…`)
  })

  test('no character is cut in two, and a block of code stays one', () => {
    expect(folded(`x${'😀'.repeat(2_000)}`)?.isWellFormed()).toBe(true)
    expect(folded(`\`\`\`ts\n${'const x = 1\n'.repeat(100)}\`\`\``)).toMatch(/const x = 1…\n```$/)
  })
})
