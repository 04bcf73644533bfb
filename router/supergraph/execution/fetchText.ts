import { Kind, parse, print, visit } from 'graphql'
import type { FieldNode, OperationDefinitionNode } from 'graphql'

/** The text of a planned fetch, taken apart. */
export interface FetchText {
  readonly text: string
  /** What is selected at the top, and its text. */
  readonly fields: readonly FieldNode[]
  readonly top: string
  /** The keys of its answer whose values are objects of the graph. */
  readonly composite: ReadonlySet<string>
  /** Of a fetch of entities: `{…}` below `_entities`. */
  readonly selection: string
  /** `$name:Type` of the client's variables that it uses, by name. */
  readonly definitions: ReadonlyMap<string, string>
}

/** The field and variable of a fetch of entities, as the planner names them. */
export const ENTITIES = '_entities'
export const REPRESENTATIONS = 'representations'

/** `text`: one operation without fragment definitions, as the planner makes it. */
export function readFetchText(text: string): FetchText {
  const [operation, ...others] = parse(text).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION || others.length > 0) throw new Error('A fetch is one operation.')
  const fields = topFields(operation)
  const top = operation.selectionSet.loc!
  const loc = fields.find(({ name }) => name.value === ENTITIES)?.selectionSet?.loc
  const definitions = (operation.variableDefinitions ?? []).map(
    (definition) => [definition.variable.name.value, print(definition)] as const,
  )
  return {
    text,
    fields,
    top: text.slice(top.start + 1, top.end - 1),
    composite: compositeKeys(operation),
    selection: loc ? text.slice(loc.start, loc.end) : '',
    definitions: new Map(definitions.filter(([name]) => !loc || name !== REPRESENTATIONS)),
  }
}

/** The key under which a field stands in an answer. */
export const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value

function compositeKeys(operation: OperationDefinitionNode): Set<string> {
  const keys = new Set<string>()
  visit(operation, {
    [Kind.FIELD](field) {
      if (field.selectionSet) keys.add(keyOf(field))
    },
  })
  return keys
}

function topFields({ selectionSet }: OperationDefinitionNode): FieldNode[] {
  const fields = (selections: OperationDefinitionNode['selectionSet']['selections']): FieldNode[] =>
    selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node]
      return node.kind === Kind.INLINE_FRAGMENT ? fields(node.selectionSet.selections) : []
    })
  return fields(selectionSet.selections)
}
