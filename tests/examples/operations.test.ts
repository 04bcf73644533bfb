import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { buildSchema, parse, validate, type DocumentNode } from 'graphql'
import * as expo from '../../examples/expo/operations.ts'
import * as react from '../../examples/react/operations.ts'

const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'), { assumeValidSDL: true })
const operations = Object.entries({ expo, react }).flatMap(([example, documents]) =>
  Object.entries(documents).map(
    ([name, document]) => [`${example} ${name}`, document as string | DocumentNode] as const,
  ),
)

test.each(operations)('%s asks for what the API has', (_name, given) => {
  const document = typeof given === 'string' ? parse(given) : given
  expect(validate(schema, document).map(({ message }) => message)).toEqual([])
})
