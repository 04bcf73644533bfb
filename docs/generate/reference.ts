/** The reference of the API, made from the schema that clients see: docs/reference. */
import { readFileSync } from 'node:fs'
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  isSpecifiedScalarType,
  isUnionType,
} from 'graphql'
import type { GraphQLNamedType, GraphQLSchema } from 'graphql'
import { isPlainPage, isPartOfMutation, places } from './referencePlaces.ts'
import { rootField, typeSection } from './referenceSections.ts'

const file = new URL('../../schema/api.graphql', import.meta.url)
const roots = { queries: 'Query', mutations: 'Mutation', subscriptions: 'Subscription' } as const

/** The pages by their names in docs/. `generated` is the line that says where they come from. */
export function referencePages(generated: string): Record<string, () => string> {
  const schema = buildSchema(readFileSync(file, 'utf8'), { assumeValidSDL: true })
  const placeOf = places(schema)
  const page = (title: string, intro: string, sections: string[]) => () =>
    `# ${title}\n${generated}\n\n${intro}\n\n${sections.join('\n')}`
  const types = (is: (type: GraphQLNamedType) => boolean) =>
    namedTypes(schema)
      .filter(is)
      .map((type) => typeSection(type, schema, placeOf))

  return {
    'reference/README.md': page('Reference', introduction, [contents(schema)]),
    'reference/queries.md': page('Queries', 'What can be read.', rootFields('queries')),
    'reference/mutations.md': page('Mutations', inputs, rootFields('mutations')),
    'reference/subscriptions.md': page('Subscriptions', live, rootFields('subscriptions')),
    'reference/objects.md': page(
      'Objects',
      connections,
      types((type) => isObjectType(type) || isInterfaceType(type) || isUnionType(type)),
    ),
    'reference/inputs.md': page('Inputs', 'Those of mutations stand with them.', types(isInputObjectType)),
    'reference/enums.md': page(
      'Enums and scalars',
      'New values may be added: take one that you do not know as such.',
      types((type) => isEnumType(type) || isScalarType(type)),
    ),
  }

  function rootFields(kind: keyof typeof roots): string[] {
    return fieldsOf(schema, roots[kind]).map((field) => rootField(field, placeOf))
  }
}

function fieldsOf(schema: GraphQLSchema, name: string) {
  const type = schema.getType(name)
  return isObjectType(type) ? Object.values(type.getFields()).toSorted(byName) : []
}

/** Types with a section of their own: not the roots, nor what stands with a mutation, nor connections like any other. */
function namedTypes(schema: GraphQLSchema): GraphQLNamedType[] {
  return Object.values(schema.getTypeMap())
    .filter(({ name }) => !name.startsWith('__') && !Object.values<string>(roots).includes(name))
    .filter((type) => !isSpecifiedScalarType(type) && !isPlainPage(type) && !isPartOfMutation(type, schema))
    .toSorted(byName)
}

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name)

function contents(schema: GraphQLSchema): string {
  return Object.entries(roots)
    .map(([page, name]) => {
      const links = fieldsOf(schema, name).map(({ name }) => `[\`${name}\`](${page}.md#${name.toLowerCase()})`)
      return `**[${page[0]!.toUpperCase()}${page.slice(1)}](${page}.md)**: ${links.join(', ')}\n`
    })
    .join('\n')
}

const introduction = `Every field that a client can ask for, with the texts that GraphiQL shows. How they go together is in [the API](../api.md), what the
codes mean in [errors](../errors.md). Besides: [objects](objects.md), [inputs](inputs.md), [enums and scalars](enums.md).`
const inputs = 'A mutation takes one argument, `input`; its fields are listed here, and those of what comes back.'
const live = 'Over WebSockets, or over HTTP as [SSE or multipart](../../router/realtime/README.md#over-http).'
const connections = `A list is a Relay connection: \`edges { cursor node { … } }\` and \`pageInfo\`. Connections that have nothing else are not listed; where a
type below is called \`…Connection\` and has no link, its nodes are what the name says.`
