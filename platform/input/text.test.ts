import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { InvalidInput, TextTooLong } from '../errors.ts'
import { checkedText, codePoints, httpsUrl, knownId } from './index.ts'

describe('text of a client', () => {
  test('is counted in code points after normalisation', () => {
    expect(checkedText('name', 'e\u0301'.repeat(5), { min: 1, max: 5 })).toBe('\u00e9'.repeat(5))
    expect(checkedText('name', '😀'.repeat(5), { min: 1, max: 5 })).toBe('😀'.repeat(5))
    expect(() => checkedText('name', '😀'.repeat(6), { min: 1, max: 5 })).toThrow(InvalidInput)
  })

  test('has as many code points as iteration finds', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => codePoints(text) === [...text].length))
  })

  test('above the limit is refused with the error that the caller names', () => {
    const limits = { min: 1, max: 5, tooLong: TextTooLong }
    expect(() => checkedText('text', 'abcdef', limits)).toThrow(TextTooLong)
    expect(() => checkedText('text', 'a'.repeat(1_000_000), limits)).toThrow(TextTooLong)
  })

  test.each([
    ['empty', ''],
    ['only white space', ' \u3000 '],
    ['half of a surrogate pair', 'a\ud800'],
    ['NUL', 'a\0'],
    ['escape', 'a\u001b[31m'],
    ['C1 control', 'a\u0085'],
    ['a line break in one line', 'a\nb'],
    ['a line separator in one line', 'a\u2028b'],
    ['an override of the direction', 'Ada\u202egpj.exe'],
    ['only what nobody sees', '\u200b\u3164 \u2800'],
  ])('is refused: %s', (_what, text) => {
    expect(() => checkedText('name', text, { min: 1, max: 80 })).toThrow(InvalidInput)
  })

  test('of many lines may turn direction, and a name may hold joiners: scripts need them', () => {
    const [turned, joined] = ['a \u2067\u05d0\u2069 b', '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 👩\u200d🚀']
    expect(checkedText('text', turned, { min: 1, max: 80, multiline: true })).toBe(turned)
    expect(checkedText('name', joined, { min: 1, max: 80 })).toBe(joined)
    expect(() => checkedText('text', '\u200b\n\u2060', { min: 1, max: 80, multiline: true })).toThrow(InvalidInput)
  })

  test('of many lines keeps its line breaks and tabs, and its white space', () => {
    expect(checkedText('text', ' a\n\tb ', { min: 1, max: 80, multiline: true })).toBe(' a\n\tb ')
    expect(() => checkedText('text', 'a\rb', { min: 1, max: 80, multiline: true })).toThrow(InvalidInput)
    expect(checkedText('name', ' Ada ', { min: 1, max: 80, trim: true })).toBe('Ada')
  })

  test('that passes once passes again unchanged', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const limits = { min: 0, max: 1_000, multiline: true }
        const once = checkedText('text', text.replace(/\p{Cc}/gu, ''), limits)
        expect(checkedText('text', once, limits)).toBe(once)
      }),
    )
  })
})

describe('an id of a client', () => {
  test('is a UUID in lower case, or names nothing', () => {
    expect(knownId('019A9E2C-1111-7000-8000-0123456789AB')).toBe('019a9e2c-1111-7000-8000-0123456789ab')
    for (const wrong of ['', '1', "' or 1=1", '019a9e2c-1111-7000-8000-0123456789ab\n']) {
      expect(knownId(wrong)).toBeUndefined()
    }
  })
})

describe('an address of a client', () => {
  test('is https, and stored as the standard writes it out', () => {
    expect(httpsUrl('avatarUrl', 'https://Example.org/ü.png', 500)).toBe('https://example.org/%C3%BC.png')
  })

  test.each([
    '',
    'http://example.org/a.png',
    'javascript:alert(1)',
    'data:image/svg+xml,<svg onload=alert(1)>',
    '//example.org/a.png',
    'https://ada:secret@example.org/a.png',
    `https://example.org/${'ü'.repeat(100)}`,
    `https://example.org/${'a'.repeat(1_000_000)}`,
  ])('of another kind is refused: %.40s', (url) => {
    expect(() => httpsUrl('avatarUrl', url, 500)).toThrow(InvalidInput)
  })
})
