import { buildSubgraph, type FieldDefinition, type ObjectType, type Subgraph } from '@apollo/federation-internals'
import type { SubgraphSource } from '../project/project.ts'
import { placeOf } from '../report/placeOf.ts'
import type { Place } from '../report/finding.ts'

/** What a subgraph says about federation, whatever names its `@link` gives to the directives. */
export interface FederatedSubgraph {
  readonly name: string
  readonly file: string
  readonly types: ReadonlyMap<string, FederatedType>
}

export interface FederatedType {
  readonly name: string
  readonly isRoot: boolean
  /** Sets of fields as they are written, without needless white space. */
  readonly keys: readonly string[]
  readonly fields: ReadonlyMap<string, FederatedField>
  readonly at: Place | undefined
  readonly access: string
}

export interface FederatedField {
  readonly isExternal: boolean
  readonly overrides: string | undefined
  /** Who may see it, in the directives' own words; '' for everyone. */
  readonly access: string
  readonly at: Place | undefined
}

/** Undefined for a schema that is not valid by itself: composition says why. */
export function readFederated({ name, url, file, document }: SubgraphSource): FederatedSubgraph | undefined {
  try {
    const subgraph = buildSubgraph(name, url, document)
    const types = subgraph.schema.objectTypes().filter((type) => !type.name.startsWith('_'))
    return { name, file, types: new Map(types.map((type) => [type.name, readType(subgraph, type)])) }
  } catch {
    return undefined
  }
}

type Element = ObjectType | FieldDefinition<ObjectType>

function readType(subgraph: Subgraph, type: ObjectType): FederatedType {
  return {
    name: type.name,
    isRoot: type.isRootType(),
    keys: argumentsOf(subgraph, type, 'key')
      .filter((given) => given['resolvable'] !== false)
      .map((given) => normalFieldSet(String(given['fields']))),
    fields: new Map(ownFields(type).map((field) => [field.name, readField(subgraph, field)])),
    at: placeOf(type.sourceAST),
    access: accessOf(subgraph, type),
  }
}

/** Without those of the protocol, which every subgraph with an entity has. */
const ownFields = (type: ObjectType) =>
  type.fields().filter(({ name }) => !type.isRootType() || (name !== '_entities' && name !== '_service'))

function readField(subgraph: Subgraph, field: FieldDefinition<ObjectType>): FederatedField {
  const [override] = argumentsOf(subgraph, field, 'override')
  return {
    isExternal: subgraph.metadata().isFieldExternal(field),
    overrides: override && String(override['from']),
    access: accessOf(subgraph, field),
    at: placeOf(field.sourceAST),
  }
}

function argumentsOf(subgraph: Subgraph, element: Element, directive: string): Record<string, unknown>[] {
  const name = subgraph.metadata().federationDirectiveNameInSchema(directive)
  return element.appliedDirectivesOf(name).map((applied) => applied.arguments() as Record<string, unknown>)
}

function accessOf(subgraph: Subgraph, element: Element): string {
  const demands = ['authenticated', 'requiresScopes', 'policy'].flatMap((directive) =>
    argumentsOf(subgraph, element, directive).map((given) => {
      const values = Object.values(given)
      return `@${directive}${values.length > 0 ? ` ${JSON.stringify(values[0])}` : ''}`
    }),
  )
  return demands.join(' ')
}

const normalFieldSet = (text: string): string =>
  text
    .replace(/[\s,]+/g, ' ')
    .replace(/ ?([{}]) ?/g, ' $1 ')
    .trim()

/** The fields that a key names at its top level. */
export const keyFields = (key: string): string[] =>
  key
    .replace(/\{[^{}]*(\{[^{}]*\}[^{}]*)*\}/g, ' ')
    .split(' ')
    .filter((name) => /^\w+$/.test(name))
