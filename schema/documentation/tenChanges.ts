/**
 * Ten changes of the example shop, and what other tools check of each: by their public documentation, but for the composition by
 * hive (0.50.5, `hive dev`) and wgc (0.112.7, `wgc router compose`), which was run on each. Checks of theirs ask a service.
 */
export interface Change {
  readonly what: string
  /** Text of a file that is replaced. */
  readonly edits: readonly (readonly [file: string, from: string, to: string])[]
  /** Whether hive and wgc compose it. Run, with the versions above. */
  readonly composes: boolean
  /** rover with Apollo GraphOS, Hive, wgc with Cosmo. `–`: their documentation names no such check. */
  readonly others: readonly [rover: string, hive: string, wgc: string]
}

const used = 'operation check: fails when recorded traffic uses it'
const usedHive = 'breaking; passes where conditional breaking changes are on and nobody asked for it'
const usedCosmo = 'breaking; fails when recorded traffic uses it'
const none = '–'

export const tenChanges: readonly Change[] = [
  {
    what: 'a field is removed that a client asks for',
    edits: [['products.graphql', '  name: String!\n', '']],
    composes: true,
    others: [used, usedHive, usedCosmo],
  },
  {
    what: 'a field is removed that nobody asks for',
    edits: [['products.graphql', '  unused: Int\n', '']],
    composes: true,
    others: ['passes: no recorded operation uses it', usedHive, 'told, passes: no recorded operation uses it'],
  },
  {
    what: '`String!` becomes `String`',
    edits: [['products.graphql', 'name: String!', 'name: String']],
    composes: true,
    others: [used, usedHive, usedCosmo],
  },
  {
    what: 'an argument is added that must be given',
    edits: [['products.graphql', 'first: Int', 'shop: ID!, first: Int']],
    composes: true,
    others: [used, usedHive, usedCosmo],
  },
  {
    what: 'a default value changes',
    edits: [['products.graphql', 'first: Int = 10', 'first: Int = 5']],
    composes: true,
    others: ['operation check: potentially affected', 'dangerous', none],
  },
  {
    what: 'two subgraphs give a field different types',
    edits: [['reviews.graphql', 'reviews: [Review!]!', 'reviews: [Review!]!\n  name: Int']],
    composes: false,
    others: ['build check: fails', none, none],
  },
  {
    what: 'an entity loses a `@key`, and all still composes',
    edits: [['products.graphql', ' @key(fields: "sku")', '']],
    composes: true,
    others: [none, none, none],
  },
  {
    what: 'a field becomes `@authenticated`',
    edits: [['products.graphql', 'name: String!', 'name: String! @authenticated']],
    composes: true,
    others: [none, none, none],
  },
  {
    what: 'a field moves to another subgraph at once',
    edits: [
      ['products.graphql', '  price: Int\n', ''],
      ['reviews.graphql', 'reviews: [Review!]!', 'reviews: [Review!]!\n  price: Int'],
    ],
    composes: true,
    others: [none, none, none],
  },
  {
    what: 'a field is called `list_price`',
    edits: [['products.graphql', 'price: Int', 'price: Int\n  list_price: Int']],
    composes: true,
    others: ['linter check', 'schema policy (graphql-eslint)', 'lint, configured for the namespace'],
  },
]
