import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { buildSchema, getVariableValues, parse, type OperationDefinitionNode } from 'graphql'
import { coerceVariables } from './coerceVariables.ts'
import { plainValues } from './plainVariables.ts'

// Each type is in use, for a schema has no scalar that it does not use; validation refuses variables of such a type.
const schema = buildSchema('type Query { a(id: ID, float: Float): Int } enum Colour { RED }')
const operationWith = (definitions: string) =>
  parse(`query(${definitions}) { a }`).definitions[0] as OperationDefinitionNode

const type = fc.constantFrom('String', 'ID', 'Int', 'Boolean', 'Float', 'Colour', '[String]', '[Int!]')
const variable = fc.record({
  name: fc.constantFrom('a', 'b', 'toString', 'constructor', '__proto__'),
  type: fc.tuple(type, fc.constantFrom('', '!', ' = null')).map(([name, after]) => name + after),
})
const value = fc.oneof(
  fc.string(),
  fc.integer(),
  fc.boolean(),
  fc.double(),
  fc.constantFrom(null, 2 ** 31, -0, 'RED', ['x'], {}),
)

test('variables come out as graphql-js coerces them, whatever is given', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(variable, { minLength: 1, selector: ({ name }) => name }),
      fc.dictionary(fc.constantFrom('a', 'b', 'toString', 'other'), value),
      (variables, given) => {
        const operation = operationWith(variables.map((one) => `$${one.name}: ${one.type}`).join())
        const theirs = getVariableValues(schema, operation.variableDefinitions!, given)
        const ours = coerceVariables(schema, operation, given)
        if (theirs.coerced) expect(ours).toEqual({ values: theirs.coerced })
        else expect(ours).toMatchObject({ errors: theirs.errors.map(({ message }) => ({ message })) })
      },
    ),
  )
})

test('what is plain is not coerced: nothing but the values asked for is taken', () => {
  const operation = operationWith('$id: ID!, $first: Int')
  expect(plainValues(operation, { id: 'x', first: 3, more: true })).toEqual({ id: 'x', first: 3 })
  expect(plainValues(operation, { id: 'x' })).toEqual({ id: 'x' })
  expect(plainValues(operation, { id: 7 })).toBeUndefined()
  expect(plainValues(operationWith('$first: Int = 3'), {})).toBeUndefined()
})

test('variables nested deeper than anyone needs are refused before anything follows them down', () => {
  const nesting = buildSchema('scalar Any input Tree { tree: Tree } type Query { a(any: Any, tree: Tree): Int }')
  const operation = operationWith('$any: Any, $tree: Tree')
  const given = (levels: number) => [
    { any: JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown },
    { tree: JSON.parse('{"tree":'.repeat(levels) + 'null' + '}'.repeat(levels)) as unknown },
  ]
  for (const values of given(100)) expect(coerceVariables(nesting, operation, values)).toEqual({ values })
  for (const values of [...given(101), ...given(100_000)]) {
    expect(coerceVariables(nesting, operation, values)).toMatchObject({
      errors: [{ extensions: { code: 'BAD_USER_INPUT' } }],
    })
  }
})
