import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { apiSchema, generatedPath, shapeOf } from './generate.ts'

test('what a cache is told of types and lists is what the schema says (else: npm run codegen)', async () => {
  expect(readFileSync(generatedPath, 'utf8')).toBe(await shapeOf(apiSchema(), generatedPath))
})
