/**
 * Writes generated.ts from the API's schema: what a cache has to know of its types. Part of `npm run codegen`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { buildSchema, getNamedType, isAbstractType, isObjectType } from 'graphql'
import type { GraphQLObjectType, GraphQLSchema } from 'graphql'
import { format, resolveConfig } from 'prettier'

const paging = ['first', 'after', 'last', 'before']

/** Interfaces and unions with the types that they may be. */
const possibleTypes = (schema: GraphQLSchema) =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
      .map((type) => [type.name, schema.getPossibleTypes(type as never).map(({ name }) => name)]),
  )

/** Fields that are Relay connections, with the arguments that make them another list. */
const connections = (schema: GraphQLSchema) =>
  Object.fromEntries(
    Object.values(schema.getTypeMap())
      .filter((type): type is GraphQLObjectType => isObjectType(type))
      .map((type) => [type.name, connectionsOf(type)] as const)
      .filter(([, fields]) => Object.keys(fields).length > 0),
  )

const connectionsOf = (type: GraphQLObjectType) =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter((field) => getNamedType(field.type).name.endsWith('Connection'))
      .map(({ name, args }) => [name, args.map((arg) => arg.name).filter((arg) => !paging.includes(arg))]),
  )

/** The text of generated.ts for this schema. */
export async function shapeOf(sdl: string, path: string): Promise<string> {
  const schema = buildSchema(sdl, { assumeValidSDL: true })
  const shown = (value: object) => JSON.stringify(value, null, 2)
  const text = `/** Made by \`npm run codegen\` from schema/api.graphql. */
export const possibleTypes: Record<string, string[]> = ${shown(possibleTypes(schema))}

/** By type and field: the arguments that make another list of it. */
export const connections: Record<string, Record<string, string[]>> = ${shown(connections(schema))}
`
  return format(text, { ...(await resolveConfig(path)), filepath: path })
}

export const generatedPath = new URL('generated.ts', import.meta.url).pathname
export const apiSchema = () => readFileSync(new URL('../../schema/api.graphql', import.meta.url), 'utf8')

if (import.meta.main) writeFileSync(generatedPath, await shapeOf(apiSchema(), generatedPath))
