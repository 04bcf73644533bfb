import { Kind, print, separateOperations, stripIgnoredCharacters, visit } from 'graphql'
import type { DocumentNode, FieldNode, OperationDefinitionNode } from 'graphql'
import type { Identity } from '../../../platform/identity/viewer.ts'
import type { LiveOperation, PreparedOperation, Supergraph } from '../../supergraph/supergraph.ts'

/** A prepared subscription. */
export type LivePreparation = PreparedOperation & { live: LiveOperation }

export const isLive = (prepared: PreparedOperation): prepared is LivePreparation => prepared.live !== undefined

interface Normalized {
  text: string
  /** The variables that the selection depends on, in the order of their names. */
  variables: readonly string[]
}
const normalized = new WeakMap<PreparedOperation, Normalized>()

const origins = new WeakMap<object, number>()
let originCount = 0

/**
 * Subscribers with the same key get the same bytes: the same operation (without its name, white space and the resume
 * argument), the same variables, and, unless every selected field is the same for all who may see it, the same session.
 * Those who began on different supergraphs never do, unless the later one has taken the operation over: what they select may be
 * planned differently.
 */
export function groupKey(
  prepared: LivePreparation,
  variables: Record<string, unknown>,
  viewer: Identity | undefined,
  supergraph: Supergraph,
): string {
  let shape = normalized.get(prepared)
  if (!shape) normalized.set(prepared, (shape = normalize(prepared)))
  // A variable that is absent takes its default, which null does not: only those present are part of the key.
  const values = shape.variables
    .filter((name) => variables[name] !== undefined)
    .map((name) => [name, sorted(variables[name])])
  const who = prepared.live.viewerIndependent ? '*' : `${viewer?.userId ?? ''} ${viewer?.sessionId ?? ''}`
  return JSON.stringify([numberOf(prepared.live.origin ?? supergraph), shape.text, values, who])
}

function numberOf(origin: object): number {
  const known = origins.get(origin)
  if (known === undefined) origins.set(origin, ++originCount)
  return known ?? originCount
}

function normalize({ document, operation, live: { resumeArgument, isState } }: LivePreparation): Normalized {
  const isLeftOut = (argument: string) => isState === true || argument === resumeArgument
  const own: DocumentNode = separateOperations(document)[operation.name?.value ?? ''] ?? document
  const anonymous: DocumentNode = visit(own, {
    OperationDefinition: (node) => withoutResume({ ...node, name: undefined }, isLeftOut),
  })
  const used = usedVariables(anonymous)
  // A variable that only the resume argument used is not part of the selection.
  const lean: DocumentNode = visit(anonymous, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null),
  })
  return { text: stripIgnoredCharacters(print(lean)), variables: [...used].sort() }
}

function withoutResume(
  operation: OperationDefinitionNode,
  isLeftOut: (argument: string) => boolean,
): OperationDefinitionNode {
  const selections = operation.selectionSet.selections.map((selection) =>
    selection.kind === Kind.FIELD ? withoutArguments(selection, isLeftOut) : selection,
  )
  return { ...operation, selectionSet: { ...operation.selectionSet, selections } }
}

const withoutArguments = (field: FieldNode, isLeftOut: (argument: string) => boolean): FieldNode => ({
  ...field,
  arguments: field.arguments?.filter(({ name }) => !isLeftOut(name.value)),
})

/** The variables that are used anywhere but in their definition. */
function usedVariables(document: DocumentNode): Set<string> {
  const used = new Set<string>()
  visit(document, {
    VariableDefinition: () => false,
    Variable: (node) => void used.add(node.name.value),
  })
  return used
}

/** The same value always as the same text: the keys of objects in the order of their names. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return { object: entries.map(([key, inner]) => [key, sorted(inner)]) }
}
