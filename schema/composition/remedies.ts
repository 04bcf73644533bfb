/** What to do about Apollo's composition errors and hints, by their code. Those that are not here speak for themselves. */
export const remedies: Readonly<Record<string, string>> = {
  INVALID_GRAPHQL: 'Correct the definition: it is not valid GraphQL by itself.',
  INVALID_FIELD_SHARING:
    'Several subgraphs resolve it. Mark it @shareable in each of them, or let one take it over with @override(from: "…").',
  FIELD_TYPE_MISMATCH: 'Give the field the same type in every subgraph that has it.',
  FIELD_ARGUMENT_TYPE_MISMATCH: 'Give the argument the same type in every subgraph that has the field.',
  TYPE_KIND_MISMATCH: 'One name is two kinds of type. Rename one of them, or define the same kind everywhere.',
  SATISFIABILITY_ERROR:
    'Nothing leads there from where the query stands. Give the entity a @key that both subgraphs resolve, or move the field.',
  KEY_INVALID_FIELDS: 'Name in @key(fields: …) only fields that the type has in this subgraph.',
  KEY_FIELDS_HAS_ARGS: 'Fields of a key take no arguments: choose others.',
  KEY_FIELDS_SELECT_INVALID_TYPE:
    'A key is made of scalars, enums and objects: no lists of objects, unions or interfaces.',
  KEY_HAS_DIRECTIVE_IN_FIELDS_ARG: 'Leave directives out of @key(fields: …).',
  EXTERNAL_MISSING_ON_BASE: 'An @external field must be resolved by another subgraph. Remove it, or add it there.',
  EXTERNAL_UNUSED: 'Remove the @external field: no @key, @requires or @provides names it.',
  EXTERNAL_TYPE_MISMATCH: 'Give the @external field the type that it has in the subgraph which resolves it.',
  REQUIRES_INVALID_FIELDS: 'Name in @requires(fields: …) fields that the type has, marked @external here.',
  PROVIDES_INVALID_FIELDS: 'Name in @provides(fields: …) fields that the type has, marked @external here.',
  REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH:
    'Add the argument in every subgraph that has the field, or make it optional.',
  REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH:
    'Add the input field in every subgraph that has the input type, or make it optional.',
  ENUM_VALUE_MISMATCH: 'An enum that is taken and given has the same values everywhere: add the missing ones.',
  EMPTY_MERGED_ENUM_TYPE:
    'The subgraphs have no value in common: an enum that is an input has those only that all have.',
  EMPTY_MERGED_INPUT_TYPE: 'The subgraphs have no field in common: an input type has those only that all have.',
  NO_QUERIES: 'At least one subgraph must have a field on Query.',
  OVERRIDE_FROM_SELF_ERROR: 'Name the subgraph that has the field now: a subgraph cannot take over from itself.',
  OVERRIDE_SOURCE_HAS_OVERRIDE: 'Two subgraphs take the same field over. Leave the @override in one of them.',
  OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE: 'Leave the other directive out: an overridden field takes none of these.',
  TYPE_WITH_ONLY_UNUSED_EXTERNAL: 'Remove the type from this subgraph, or resolve one of its fields here.',
  UNKNOWN_LINK_VERSION: 'Name a version in @link that this composition knows, such as v2.9.',
  INVALID_LINK_DIRECTIVE_USAGE:
    'Write the @link as the specification has it: @link(url: "…/federation/v2.9", import: […]).',
  FROM_SUBGRAPH_DOES_NOT_EXIST:
    'Correct the name in @override(from: …), or remove the directive when the move is over.',
  OVERRIDE_DIRECTIVE_CAN_BE_REMOVED: 'The move is over: remove the @override.',
  OVERRIDDEN_FIELD_CAN_BE_REMOVED: 'Remove the field from the subgraph that it was taken from, in the next change.',
  INCONSISTENT_OBJECT_VALUE_TYPE_FIELD:
    'Give the type the same fields in every subgraph, or a @key: else the field is there on some ways and not on others.',
  INCONSISTENT_INPUT_OBJECT_FIELD: 'Clients cannot send the field: add it in every subgraph that has the input type.',
  INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM: 'Clients cannot send the value: add it in every subgraph that has the enum.',
  INCONSISTENT_BUT_COMPATIBLE_FIELD_TYPE: 'Give the field one type in every subgraph; clients see the weaker one.',
  INCONSISTENT_ARGUMENT_PRESENCE: 'Clients cannot send the argument: add it in every subgraph that has the field.',
  INCONSISTENT_DEFAULT_VALUE_PRESENCE: 'Give the argument the same default in every subgraph that has it.',
  UNUSED_ENUM_TYPE: 'Nothing uses the enum: remove it, or use it.',
}

/** Hints that are about mistakes rather than taste. */
export const hintLevels: Readonly<Record<string, 'error' | 'warning'>> = {
  FROM_SUBGRAPH_DOES_NOT_EXIST: 'error',
  OVERRIDE_DIRECTIVE_CAN_BE_REMOVED: 'warning',
  OVERRIDDEN_FIELD_CAN_BE_REMOVED: 'warning',
  INCONSISTENT_OBJECT_VALUE_TYPE_FIELD: 'warning',
  INCONSISTENT_ENUM_VALUE_FOR_INPUT_ENUM: 'warning',
}
