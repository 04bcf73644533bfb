import { ChangeType, type Change } from '@graphql-inspector/core'

type Meta = Readonly<Record<string, string | undefined>>

const argumentOf = (path: string) => path.replace(/^([^.]+\.[^.]+)\.([^.]+)$/, '$1($2:)')
const parentOf = (path: string) => path.slice(0, path.lastIndexOf('.'))
const becomesRequired = (before = '', after = '') => !before.endsWith('!') && after.endsWith('!')

/** What a change is about, as a schema coordinate. */
export function coordinateOf({ type, path = '' }: Change): string {
  if (type.startsWith('DIRECTIVE_') && !type.startsWith('DIRECTIVE_USAGE')) {
    return `@${path.replace(/^@/, '').split('.')[0]}`
  }
  return type.startsWith('FIELD_ARGUMENT') ? argumentOf(path) : path
}

/** What an operation that the change hits uses: all of these. */
export function touchesOf(change: Change): string[] {
  const { type, path = '' } = change
  const meta = change.meta as Meta
  switch (type) {
    // Who does not give it yet is hit, and that is whoever uses the field.
    case ChangeType.FieldArgumentAdded:
    case ChangeType.FieldArgumentDefaultChanged:
    case ChangeType.InputFieldAdded:
    case ChangeType.InputFieldDefaultValueChanged:
      return [parentOf(path)]
    case ChangeType.FieldArgumentTypeChanged:
      return [becomesRequired(meta['oldArgumentType'], meta['newArgumentType']) ? parentOf(path) : argumentOf(path)]
    case ChangeType.InputFieldTypeChanged:
      return [becomesRequired(meta['oldInputFieldType'], meta['newInputFieldType']) ? parentOf(path) : path]
    case ChangeType.EnumValueAdded:
      return [parentOf(path)]
    case ChangeType.UnionMemberRemoved:
      return [path, meta['removedUnionMemberTypeName'] ?? path]
    case ChangeType.ObjectTypeInterfaceRemoved:
      return [path, meta['removedInterfaceName'] ?? path]
    case ChangeType.SchemaQueryTypeChanged:
      return [meta['oldQueryTypeName'] ?? 'Query']
    case ChangeType.SchemaMutationTypeChanged:
      return [meta['oldMutationTypeName'] ?? 'Mutation']
    case ChangeType.SchemaSubscriptionTypeChanged:
      return [meta['oldSubscriptionTypeName'] ?? 'Subscription']
    default:
      return [coordinateOf(change)]
  }
}
