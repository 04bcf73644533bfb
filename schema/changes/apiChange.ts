/** One difference between two APIs. */
export interface ApiChange {
  /** Names this very change; the same wherever it is found. */
  readonly id: string
  /** graphql-inspector's name, or a rule of ours. */
  readonly type: string
  readonly message: string
  /** What it is about, as in `Query.products(first:)`. */
  readonly coordinate: string
  readonly criticality: 'breaking' | 'dangerous' | 'safe'
  /** An operation is hit when it uses all of these. */
  readonly touches: readonly string[]
  /** What to do where it hits someone. */
  readonly remedy: string
}
