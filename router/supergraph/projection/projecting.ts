import { covers } from './errorPaths.ts'

/** What a projection says itself: a subgraph broke its schema. Its client learns where, the log learns what. */
export interface Flaw {
  message: string
  path: (string | number)[]
}

/** An error that has a place already. */
export interface Placed {
  readonly path: readonly (string | number)[]
}

/** Flaws told at most: an answer may be wrong everywhere. */
const MAX_FLAWS = 100

/** One projection in progress: where it stands, and what went wrong. */
export class Projecting {
  readonly variables: Record<string, unknown>
  /** The position: `path` up to `depth`. What stands above that is left over. */
  readonly path: (string | number)[] = []
  depth = 0
  readonly flaws: Flaw[] = []
  readonly #known: readonly Placed[]

  /** `known`: what the subgraphs said. A null that they have explained is no flaw. */
  constructor(variables: Record<string, unknown>, known: readonly Placed[]) {
    this.variables = variables
    this.#known = known
  }

  /** Null where the schema has none. `depth`: of the position. */
  wronglyNull(depth: number): null {
    return this.#flaw('A field that is never null has no value.', depth)
  }

  /** The value here is not of its type. */
  invalid(what: string): null {
    return this.#flaw(`The value is no ${what}.`, this.depth)
  }

  #flaw(message: string, depth: number): null {
    const path = this.path.slice(0, depth)
    const explained = ({ path: known }: Placed) => covers(known, path)
    const { flaws } = this
    if (flaws.length < MAX_FLAWS && !this.#known.some(explained) && !flaws.some(explained))
      flaws.push({ message, path })
    return null
  }
}
