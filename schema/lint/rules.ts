/** The lint rules there are. `parley.schema.json` changes their levels under `lint.rules`. */
export type LintLevel = 'error' | 'warning' | 'off'

interface LintRule {
  level: LintLevel
  /** What it asks for, for the documentation. */
  asks: string
  remedy: string
  /** The rule of @graphql-eslint that does it; without one it is ours. */
  eslint?: { rule: string; options?: object }
}

const naming = {
  types: 'PascalCase',
  FieldDefinition: 'camelCase',
  InputValueDefinition: 'camelCase',
  Argument: 'camelCase',
  DirectiveDefinition: 'camelCase',
  EnumValueDefinition: 'UPPER_CASE',
  'FieldDefinition[parent.name.value=Query]': { forbiddenPrefixes: ['query', 'get'], forbiddenSuffixes: ['Query'] },
  'FieldDefinition[parent.name.value=Mutation]': { forbiddenPrefixes: ['mutation'], forbiddenSuffixes: ['Mutation'] },
  'FieldDefinition[parent.name.value=Subscription]': {
    forbiddenPrefixes: ['subscription'],
    forbiddenSuffixes: ['Subscription'],
  },
  allowLeadingUnderscore: true,
}

export const lintRules = {
  naming: {
    level: 'error',
    asks: 'types in PascalCase, fields and arguments in camelCase, enum values in UPPER_CASE',
    remedy: 'Rename it before clients use it; afterwards add the right name beside it and deprecate this one.',
    eslint: { rule: 'naming-convention', options: naming },
  },
  description: {
    level: 'warning',
    asks: 'a description on every type, directive and root field',
    remedy: 'Say in a """description""" what it is for: it is what people read in GraphiQL.',
    eslint: { rule: 'require-description', options: { types: true, DirectiveDefinition: true } },
  },
  'field-description': {
    level: 'off',
    asks: 'a description on every field',
    remedy: 'Say in a """description""" what it is, its unit, and when it is null.',
  },
  'hashtag-description': {
    level: 'warning',
    asks: 'descriptions in quotes, not behind #',
    remedy: 'Write """…""" instead of #: clients do not see comments.',
    eslint: { rule: 'no-hashtag-description' },
  },
  'typename-prefix': {
    level: 'warning',
    asks: 'fields that do not repeat the name of their type',
    remedy: 'Leave the name of the type out: User.name, not User.userName.',
    eslint: { rule: 'no-typename-prefix' },
  },
  'deprecation-reason': {
    level: 'error',
    asks: 'a reason with every @deprecated',
    remedy: 'Say what to use instead: @deprecated(reason: "Use `x`. Removed after 2027-01-31.").',
    eslint: { rule: 'require-deprecation-reason' },
  },
  'deprecation-date': {
    level: 'warning',
    asks: 'a date (YYYY-MM-DD) in the reason of every @deprecated, which is not over',
    remedy:
      'Say until when it stays, as in "Removed after 2027-01-31"; when that is over, remove it or give it more time.',
  },
  pagination: {
    level: 'warning',
    asks: 'pages on lists of objects: `first` or the like, a connection, @listSize, or "At most N" in the description',
    remedy: 'Make it a connection with first and after; for a short list say "At most N" in its description.',
  },
  'non-null-items': {
    level: 'warning',
    asks: 'lists without null in them: [T!]',
    remedy: 'Write [T!]: what a list holds is there, and clients need no case for null.',
  },
  'non-null-id': {
    level: 'warning',
    asks: '`id: ID!` on types',
    remedy: 'Write ID!: a thing without an id cannot be cached.',
  },
  'nullable-root': {
    level: 'off',
    asks: 'fields of Query that may be null, so that one failing subgraph does not take the whole answer',
    remedy: 'Leave the ! out: when its subgraph fails, the rest of the answer still arrives.',
  },
  'mutation-input': {
    level: 'off',
    asks: 'one argument named input on mutations, of a type named after the mutation',
    remedy: 'Take one argument `input`: it can grow without breaking anyone.',
    eslint: { rule: 'input-name', options: { checkInputType: true, caseSensitiveInputType: false } },
  },
} satisfies Record<string, LintRule>

export type LintRuleName = keyof typeof lintRules

export const lintRuleNames = Object.keys(lintRules) as LintRuleName[]
export const ruleOf = (name: LintRuleName): LintRule => lintRules[name]
