import { isInterfaceType, isObjectType } from 'graphql'
import type { GraphQLAbstractType, GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema } from 'graphql'
import type { Projecting } from './projecting.ts'
import type { Write } from './leafWriter.ts'

/** One field of an object, compiled. A class, so that all have one shape: most of a projection reads these. */
export class FieldWriter {
  readonly key: string
  /** What stands before the value: `,"key":`, and `{` where it is the first. */
  readonly label: string
  readonly nonNull: boolean
  readonly write: Write
  /** Written also where the data has nothing: what the router answers itself. */
  readonly computed: boolean
  /** The whole of it with its label, where no data is needed. */
  readonly constant: string | undefined
  /** Objects have something under this name by birth, so that only what they own counts. */
  readonly inherited: boolean

  constructor(
    { key, label }: { key: string; label: string },
    nonNull: boolean,
    write: Write,
    { computed = false, constant }: { computed?: boolean; constant?: string } = {},
  ) {
    this.key = key
    this.label = label
    this.nonNull = nonNull
    this.write = write
    this.computed = computed
    this.constant = constant
    this.inherited = key in Object.prototype
  }
}

type Source = Readonly<Record<string, unknown>>

/** Writes an object of a known type. */
export function objectWriter(fields: readonly FieldWriter[]): Write {
  if (fields.length === 0) return () => '{}'
  return (value, projecting) => {
    if (typeof value !== 'object' || Array.isArray(value)) return projecting.invalid('object')
    const source = value as Source
    const { path } = projecting
    const depth = projecting.depth++
    let text = ''
    for (let i = 0; i < fields.length; i++) {
      const field = fields[i]!
      if (field.constant !== undefined) {
        text += field.constant
        continue
      }
      path[depth] = field.key
      const part = writeField(field, source, projecting)
      if (part !== null) text += field.label + part
      else if (!field.nonNull) text += field.label + 'null'
      else {
        projecting.wronglyNull(depth + 1)
        projecting.depth = depth
        return null
      }
    }
    projecting.depth = depth
    return text + '}'
  }
}

function writeField(field: FieldWriter, source: Source, projecting: Projecting): string | null {
  const { key } = field
  const value = field.inherited && !Object.hasOwn(source, key) ? undefined : source[key]
  if (value !== undefined && value !== null) return field.write(value, projecting)
  return field.computed ? field.write(undefined, projecting) : null
}

/** Writes a list. */
export function listWriter(write: Write, nonNull: boolean): Write {
  return (value, projecting) => {
    if (!Array.isArray(value)) return projecting.invalid('list')
    const { path } = projecting
    const depth = projecting.depth++
    let text = '['
    for (let i = 0; i < value.length; i++) {
      path[depth] = i
      const item: unknown = value[i]
      const part = item === undefined || item === null ? null : write(item, projecting)
      if (part === null && nonNull) {
        projecting.wronglyNull(depth + 1)
        projecting.depth = depth
        return null
      }
      text += i === 0 ? (part ?? 'null') : ',' + (part ?? 'null')
    }
    projecting.depth = depth
    return text + ']'
  }
}

/**
 * Writes an object of an interface or union: what it is, its `__typename` says. That may be an interface
 * itself, or missing: an object of a subgraph that knows no more (@interfaceObject), and of which no more was asked. `compile` is asked once per type.
 */
export function abstractWriter(
  schema: GraphQLSchema,
  abstract: GraphQLAbstractType,
  compile: (type: GraphQLObjectType | GraphQLInterfaceType) => Write,
): Write {
  const known = new Map<unknown, Write>()
  return (value, projecting) => {
    const name = (value as Source)['__typename'] ?? abstract.name
    let write = known.get(name)
    if (!write) {
      const type = typeof name === 'string' ? schema.getType(name) : undefined
      const fits =
        (isObjectType(type) || isInterfaceType(type)) && (type === abstract || schema.isSubType(abstract, type))
      if (!fits) return projecting.invalid('object of a known type')
      known.set(name, (write = compile(type)))
    }
    return write(value, projecting)
  }
}
