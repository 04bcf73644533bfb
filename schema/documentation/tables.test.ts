import { expect, test } from '@jest/globals'
import { currentPage } from './tables.ts'

test('docs/schema-checks.md says of ten changes what the check says of them, and of each lint rule what it asks for', async () => {
  const { is, shouldBe } = await currentPage()
  expect(is).toBe(shouldBe)
})
