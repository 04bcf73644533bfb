import { Kind, parse } from 'graphql'
import type { ConstDirectiveNode, FieldDefinitionNode, ObjectTypeDefinitionNode } from 'graphql'

/** What `@live` or `@liveState` says about a subscription field. */
export interface LiveField {
  topicTemplate: string
  resumeArgument?: string
  /** Its owner says which topics it reads, many at once. */
  isBundle?: boolean
  /** By `@liveState`: there is no log, and of each key only the newest counts. */
  isState?: boolean
}

/** What the subgraphs' SDL says about live events, as composition carried it into the supergraph. */
export interface LiveMarks {
  /** By the name of the subscription field. */
  readonly fields: ReadonlyMap<string, LiveField>
  /** Has this field of this object type the same value for every viewer who may see the object? */
  viewerIndependent(type: string, field: string): boolean
}

/**
 * Reads `@live`, `@liveState` and `@viewerIndependent`. The fields of an entity's key count as independent of the viewer too: they
 * say which object it is, and the object was chosen by the field above it.
 */
export function readLiveMarks(sdl: string): LiveMarks {
  const independent = new Set<string>()
  const fields = new Map<string, LiveField>()
  for (const type of parse(sdl, { noLocation: true }).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    const keys = keyFields(type)
    const wholeType = has(type, 'viewerIndependent')
    for (const field of type.fields ?? []) {
      const name = field.name.value
      if (wholeType || keys.has(name) || has(field, 'viewerIndependent')) independent.add(`${type.name.value}.${name}`)
      const live = type.name.value === 'Subscription' ? liveField(field) : undefined
      if (live) fields.set(name, live)
    }
  }
  return { fields, viewerIndependent: (type, field) => independent.has(`${type}.${field}`) }
}

const has = (node: ObjectTypeDefinitionNode | FieldDefinitionNode, directive: string) =>
  (node.directives ?? []).some(({ name }) => name.value === directive)

function liveField(field: FieldDefinitionNode): LiveField | undefined {
  const state = field.directives?.find(({ name }) => name.value === 'liveState')
  if (state) return { topicTemplate: text(state, 'topic') ?? '', isState: true }
  const live = field.directives?.find(({ name }) => name.value === 'live')
  if (!live) return undefined
  const resume = text(live, 'resume')
  const bundle = live.arguments?.find(({ name }) => name.value === 'bundle')?.value
  const isBundle = bundle?.kind === Kind.BOOLEAN && bundle.value
  return {
    topicTemplate: text(live, 'topic') ?? '',
    ...(resume === undefined ? {} : { resumeArgument: resume }),
    ...(isBundle ? { isBundle } : {}),
  }
}

/** From `@join__type(graph: …, key: "id")`; of a nested key, the field at its top. */
function keyFields(type: ObjectTypeDefinitionNode): Set<string> {
  const keys = (type.directives ?? [])
    .filter(({ name }) => name.value === 'join__type')
    .map((directive) => text(directive, 'key'))
    .filter((key) => key !== undefined)
  return new Set(keys.flatMap(topLevelFields))
}

function topLevelFields(key: string): string[] {
  const [operation] = parse(`{ ${key} }`, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return []
  return operation.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : []))
}

function text(directive: ConstDirectiveNode, argument: string): string | undefined {
  const value = directive.arguments?.find(({ name }) => name.value === argument)?.value
  return value?.kind === Kind.STRING ? value.value : undefined
}
