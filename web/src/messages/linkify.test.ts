import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { linkify } from './linkify.ts'

const linksOf = (text: string) => linkify(text).flatMap((part) => (part.kind === 'link' ? [part.href] : []))

describe('links in a text', () => {
  test('http and https become links, nothing else does', () => {
    expect(linksOf('see http://a.example and https://b.example/x?y=1#z')).toEqual([
      'http://a.example',
      'https://b.example/x?y=1#z',
    ])
    for (const text of [
      'javascript:alert(1)',
      'data:text/html,x',
      'www.example.org',
      'https://',
      'mailto:a@b.example',
    ]) {
      expect(linksOf(text)).toEqual([])
    }
  })

  test('punctuation of the sentence is not part of the link; brackets of the link are', () => {
    expect(linksOf('(see https://a.example/b).')).toEqual(['https://a.example/b'])
    expect(linksOf('https://a.example/wiki/Parley_(talk), or not?')).toEqual(['https://a.example/wiki/Parley_(talk)'])
    expect(linksOf('"https://a.example/q"!')).toEqual(['https://a.example/q'])
  })

  test('a name before the host, which only misleads, makes no link', () => {
    expect(linksOf('https://bank.example@evil.example/')).toEqual([])
  })

  test('no text is lost or changed', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(' https://a.example/b(c). ', 'http://', '\n', '<b>'),
    )
    fc.assert(
      fc.property(fc.array(text), (pieces) => {
        const whole = pieces.join('')
        expect(
          linkify(whole)
            .map((part) => part.text)
            .join(''),
        ).toBe(whole)
      }),
    )
  })
})
