import { expect, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, getNamedType, isObjectType, Kind, parse, print, validate } from 'graphql'
import type { DocumentNode, FieldDefinitionNode, TypeNode } from 'graphql'
import { blocksIn, nameOf, root } from './blocks.ts'

const schema = buildSchema(readFileSync(join(root, 'schema/api.graphql'), 'utf8'), { assumeValidSDL: true })
const blocks = blocksIn('graphql').map((block) => [nameOf(block), parse(block.code)] as const)
const isRun = (document: DocumentNode) =>
  document.definitions.some(({ kind }) => kind === Kind.OPERATION_DEFINITION || kind === Kind.FRAGMENT_DEFINITION)

test('there are blocks of both kinds', () => {
  expect(blocks.filter(([, document]) => isRun(document)).length).toBeGreaterThan(5)
  expect(blocks.filter(([, document]) => !isRun(document)).length).toBeGreaterThan(2)
})

test.each(blocks.filter(([, document]) => isRun(document)))('%s asks for what the API has', (_name, document) => {
  expect(validate(schema, document).map(({ message }) => message)).toEqual([])
})

const typeName = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : typeName(type.type))

/** A field of a type of ours that gives a type of ours must be there as it is written. Others are those of an example's graph. */
function isTrue(parent: string, field: FieldDefinitionNode): boolean {
  const type = schema.getType(parent)
  if (!isObjectType(type) || !schema.getType(typeName(field.type))) return true
  const ours = type.getFields()[field.name.value]
  const taken = new Map(ours?.args.map(({ name, type }) => [name, String(type)]))
  const fits = (field.arguments ?? []).every((one) => taken.get(one.name.value) === print(one.type))
  return ours !== undefined && getNamedType(ours.type).name === typeName(field.type) && fits
}

test.each(blocks.filter(([, document]) => !isRun(document)))('%s shows the schema as it is', (_name, document) => {
  const wrong = document.definitions.flatMap((definition) =>
    definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.OBJECT_TYPE_EXTENSION
      ? (definition.fields ?? []).filter((field) => !isTrue(definition.name.value, field)).map(print)
      : [],
  )
  expect(wrong).toEqual([])
})
