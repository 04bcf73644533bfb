import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { textParts } from './textParts.ts'

const ann = { id: 'u1', name: 'Ann' }
const anna = { id: 'u2', name: 'Anna (x)' }
const shown = (text: string, mentions = [ann, anna], everyone = false) =>
  textParts(text, mentions, everyone).map((part) => `${part.kind}:${part.text}`)

test('only whom the message mentions is shown as mentioned, by the longest name that fits', () => {
  expect(shown('Hi @Anna (x) and @Ann, not @Bob or @everyone')).toEqual([
    'text:Hi ',
    'mention:@Anna (x)',
    'text: and ',
    'mention:@Ann',
    'text:, not @Bob or @everyone',
  ])
  expect(shown('@everyone', [], true)).toEqual(['mention:@everyone'])
})

test('what stands between backticks is code, in which nothing else is looked for', () => {
  expect(shown('run `npm i @Ann` or\n```ts\nlet a = `b`\n```')).toEqual([
    'text:run ',
    'code:npm i @Ann',
    'text: or\n',
    'block:let a = `b`',
  ])
})

test('a lone backtick is a backtick', () => {
  expect(shown('it`s https://a.example/`x')).toEqual(['text:it`s ', 'link:https://a.example/', 'text:`x'])
})

test('whatever the text, none of it is lost but backticks and the line breaks around a block', () => {
  const pieces = fc.constantFrom('`', '```', '\n', 'é', ' ', '@Ann', 'https://a.example', 'ts', '<b>')
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 14 }), (all) => {
      const text = all.join('')
      const bare = (value: string) => value.replace(/[`\n]|ts/g, '')
      expect(
        bare(
          textParts(text, [ann], false)
            .map((part) => part.text)
            .join(''),
        ),
      ).toBe(bare(text))
    }),
  )
})
