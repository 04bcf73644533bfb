import { isAbstractType, isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLSchema } from 'graphql'

/** Is an object that calls itself `typename` one of `condition`? */
export type TypeTest = (typename: unknown, condition: string) => boolean

/** `schema`: the supergraph's, where interfaces may stand as types of objects (@interfaceObject). */
export function typeTest(schema: GraphQLSchema): TypeTest {
  const known = new Map<string, ReadonlySet<string>>()
  const typesOf = (condition: string) => {
    let names = known.get(condition)
    if (!names) known.set(condition, (names = new Set(namesOf(schema, condition))))
    return names
  }
  return (typename, condition) => typename === condition || typesOf(condition).has(typename as string)
}

function namesOf(schema: GraphQLSchema, condition: string): string[] {
  const type = schema.getType(condition)
  if (!isAbstractType(type)) return [condition]
  const below = Object.values(schema.getTypeMap()).filter(
    (other) => (isObjectType(other) || isInterfaceType(other)) && schema.isSubType(type, other),
  )
  return [condition, ...below.map(({ name }) => name)]
}
