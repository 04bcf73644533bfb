import { ChangeType } from '@graphql-inspector/core'

const DEPRECATE =
  'Keep it, marked @deprecated(reason: "… Removed after YYYY-MM-DD."); move the clients to what replaces it, and remove it when nobody asks for it.'

const byType: Readonly<Record<string, string>> = {
  [ChangeType.FieldRemoved]: DEPRECATE,
  [ChangeType.TypeRemoved]: DEPRECATE.replace('Keep it, marked', 'Keep it; mark the fields that lead to it'),
  [ChangeType.EnumValueRemoved]: DEPRECATE,
  [ChangeType.InputFieldRemoved]: DEPRECATE,
  [ChangeType.FieldArgumentRemoved]: DEPRECATE,
  [ChangeType.UnionMemberRemoved]: 'Keep the member until no operation has a fragment on it.',
  [ChangeType.ObjectTypeInterfaceRemoved]:
    'Keep the interface on the type until no operation reaches the type through it.',
  [ChangeType.FieldTypeChanged]:
    'Add a field of the new type beside it under another name, deprecate this one, and move the clients over.',
  [ChangeType.FieldArgumentAdded]: 'Give the new argument a default value, or let it be null.',
  [ChangeType.FieldArgumentTypeChanged]:
    'Keep the type and add another argument, or let the new type take all that the old one took.',
  [ChangeType.InputFieldAdded]: 'Give the new input field a default value, or let it be null.',
  [ChangeType.InputFieldTypeChanged]:
    'Keep the type and add another input field, or let the new type take all that the old one took.',
  [ChangeType.TypeKindChanged]:
    'Give the new kind of type a name of its own, and deprecate the fields that lead to the old one.',
  [ChangeType.EnumValueAdded]: 'See that clients which show the enum have a case for values that they do not know.',
  [ChangeType.UnionMemberAdded]: 'See that clients which read the union have a case for types that they do not know.',
  [ChangeType.FieldArgumentDefaultChanged]: 'See that the clients which leave the argument out mean the new default.',
  [ChangeType.InputFieldDefaultValueChanged]:
    'See that the clients which leave the input field out mean the new default.',
  [ChangeType.DirectiveRemoved]: 'Keep the directive, in every subgraph, until no operation has it.',
}

/** What the author of a change can do so that nobody is hit. */
export const remedyFor = (type: string): string =>
  byType[type] ?? 'Keep what clients use as it is, and offer the new shape beside it.'
