import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { folded, foldText } from './foldText.ts'

describe('folding text for search', () => {
  test.each([
    ['Café', 'cafe'],
    ['Cafe\u0301', 'cafe'],
    ['STRASSE, Straße, ẞ', 'strasse, strasse, ss'],
    ['ΟΔΟΣ οδός', 'οδοσ οδοσ'],
    ['İstanbul, ısı', 'istanbul, isi'],
    ['Ё й Й', 'е й й'],
    ['ｶﾞﾗｽ ガラス', 'ガラス ガラス'],
    ['ﬁle ｃａｔ', 'file cat'],
    ['한국어', '한국어'],
    ['हिन्दी', 'हिन्दी'],
    ['', ''],
  ])('%s is %s', (text, expected) => expect(folded(text)).toBe(expected))

  const text = fc.string({
    unit: fc.oneof(fc.string({ unit: 'grapheme', maxLength: 1 }), fc.constantFrom('\u0301', 'ß', 'ﾞ')),
  })

  test('is the same alone and within other text, from word to word', () => {
    fc.assert(
      fc.property(text, text, (one, other) => {
        expect(folded(`${one} ${other}`)).toBe(`${folded(one)} ${folded(other)}`)
      }),
    )
  })

  test('says where each part comes from: whole characters, in order, that fold to it', () => {
    fc.assert(
      fc.property(text, (given) => {
        const { folded: all, starts, ends } = foldText(given)
        expect(all).toBe(folded(given))
        expect([starts.length, ends.length]).toEqual([all.length, all.length])
        for (let unit = 0; unit < all.length; unit += 1) {
          expect(starts[unit]).toBeGreaterThanOrEqual(unit === 0 ? 0 : starts[unit - 1]!)
          expect(folded(given.slice(starts[unit], ends[unit]))).toContain(all[unit])
        }
      }),
    )
  })
})
