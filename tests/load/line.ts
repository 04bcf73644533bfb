/** One connection of a client, on which one subscription runs. */
export interface Line {
  /** Cuts the network under it, without a word to the server. */
  cut(): void
}

export interface Result {
  data?: { [field: string]: unknown } | null
  errors?: Refusal[]
}

export interface Refusal {
  message?: string
  extensions?: { code?: string; retriable?: boolean }
}

/** What is heard on a line, in its order. */
export interface Hears {
  next(result: Result): void
  refused(errors: readonly Refusal[]): void
  completed(): void
  /** Last, and once. `how`: the close code of a socket; of a stream, the status of its answer. */
  closed(how: string): void
}

/** `url`: `http://127.0.0.1:4000`. `operation`: the text of a subscription, and its variables. */
export type OpenLine = (
  url: string,
  token: string,
  operation: { query: string; variables: object },
  hears: Hears,
) => Line
