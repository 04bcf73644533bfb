import { Kind, valueFromASTUntyped } from 'graphql'
import type { ConstDirectiveNode, DocumentNode } from 'graphql'
import { argument, linkedName } from '../linkedDirectives.ts'

/** What `@listSize` says of a field. */
export interface ListSize {
  assumedSize?: number
  /** Of the largest of these arguments. */
  slicingArguments?: readonly string[]
  /** The lists that it speaks of are these fields below. */
  sizedFields?: readonly string[]
  /** Exactly one of the arguments is to be given. True unless said otherwise. */
  requireOneSlicingArgument?: boolean
}

/** `@cost` and `@listSize` of a supergraph (https://ibm.github.io/graphql-specs/cost-spec.html). */
export interface Weights {
  /** Of a type by its name, or of a field as in `Type.field`, or of an argument as in `Type.field(name)`. */
  readonly costs: ReadonlyMap<string, number>
  /** By `Type.field`. */
  readonly sizes: ReadonlyMap<string, ListSize>
}

export function readWeights(sdl: DocumentNode): Weights {
  const [cost, listSize] = ['cost', 'listSize'].map((name) => linkedName(sdl, 'cost', name))
  const costs = new Map<string, number>()
  const sizes = new Map<string, ListSize>()
  const read = (key: string, directives: readonly ConstDirectiveNode[] = []) => {
    for (const node of directives) {
      if (node.name.value === cost) costs.set(key, Number(valueOf(node, 'weight')))
      if (node.name.value === listSize) {
        const names = ['assumedSize', 'slicingArguments', 'sizedFields', 'requireOneSlicingArgument']
        sizes.set(key, Object.fromEntries(names.map((name) => [name, valueOf(node, name)])))
      }
    }
  }
  for (const node of sdl.definitions) {
    if (!('name' in node) || !node.name) continue
    if ('directives' in node) read(node.name.value, node.directives as readonly ConstDirectiveNode[])
    if (node.kind !== Kind.OBJECT_TYPE_DEFINITION && node.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue
    for (const field of node.fields ?? []) {
      const key = `${node.name.value}.${field.name.value}`
      read(key, field.directives)
      for (const input of field.arguments ?? []) read(`${key}(${input.name.value})`, input.directives)
    }
  }
  return { costs, sizes }
}

function valueOf(node: ConstDirectiveNode, name: string): unknown {
  const value = argument(node, name)
  return value && (valueFromASTUntyped(value) ?? undefined)
}
