import type { GraphQLSchema } from 'graphql'
import type { PreparedOperation } from '../supergraph.ts'
import type { Requirement, Requirements } from './requirements.ts'
import { withhold, type Reduced } from './withhold.ts'

/** Sets of denied requirements kept of one operation. */
const MAX_VARIANTS = 32

/** What operations ask of their viewers, found once for each, and what is left of them for those who lack something. */
export class Guards {
  readonly #schema: GraphQLSchema
  readonly #requirements: Requirements
  readonly #needed = new WeakMap<PreparedOperation, readonly Requirement[]>()
  readonly #reduced = new WeakMap<PreparedOperation, Map<string, Reduced>>()

  constructor(schema: GraphQLSchema, requirements: Requirements) {
    this.#schema = schema
    this.#requirements = requirements
  }

  needed(prepared: PreparedOperation): readonly Requirement[] {
    const known = this.#needed.get(prepared)
    if (known) return known
    const found = new Set<Requirement>()
    this.#withhold(prepared, (needed) => (needed.forEach((one) => found.add(one)), false))
    this.#needed.set(prepared, [...found])
    return [...found]
  }

  /** The operation without what these close. */
  reduced(prepared: PreparedOperation, unmet: readonly Requirement[]): Reduced {
    const variants = this.#reduced.get(prepared) ?? new Map<string, Reduced>()
    this.#reduced.set(prepared, variants)
    const needed = this.needed(prepared)
    const key = unmet.map((one) => needed.indexOf(one)).join()
    let reduced = variants.get(key)
    if (!reduced) {
      reduced = this.#withhold(prepared, (found) => found.some((one) => unmet.includes(one)))
      if (variants.size >= MAX_VARIANTS) variants.delete(variants.keys().next().value!)
      variants.set(key, reduced)
    }
    return reduced
  }

  #withhold(prepared: PreparedOperation, denies: (needed: readonly Requirement[]) => boolean): Reduced {
    return withhold(prepared, { schema: this.#schema, requirements: this.#requirements, denies })
  }
}
