import type { GraphQLFormattedError } from 'graphql'
import type { SharedResult } from '../engine/sharedResult.ts'
import type { Sink } from '../engine/sink.ts'

/** A sink that remembers what it got. */
export class Collected implements Sink {
  readonly results: {
    data?: { news?: Record<string, unknown>; digest?: Record<string, unknown> }
    errors?: GraphQLFormattedError[]
  }[] = []
  readonly errors: GraphQLFormattedError[] = []
  completed = 0
  /** What a slow reader makes its writer wait for. */
  pace: () => Promise<void> | undefined = () => undefined

  next(result: SharedResult): void {
    this.results.push(JSON.parse(result.json))
  }

  error(errors: readonly GraphQLFormattedError[]): void {
    this.errors.push(...errors)
  }

  complete(): void {
    this.completed++
  }

  drained(): Promise<void> | undefined {
    return this.pace()
  }

  get revs(): unknown[] {
    return this.results.map(({ data }) => data?.news?.['rev'])
  }

  /** Of a digest. */
  get texts(): unknown[] {
    return this.results.map(({ data }) => data?.digest?.['text'])
  }

  get codes(): unknown[] {
    return this.errors.map(({ extensions }) => extensions?.['code'])
  }
}
