/** What a client calls itself. '' where it says nothing. */
export interface ClientName {
  readonly name: string
  readonly version: string
}

const MOST_CHARACTERS = 100

/**
 * Reads `apollographql-client-name` and `apollographql-client-version`, which Apollo's clients send: as headers of a
 * request, or in the payload of `connection_init`. Undefined where there is neither.
 */
export function clientIn(given: unknown): ClientName | undefined {
  if (typeof given !== 'object' || given === null) return undefined
  const textOf = (key: string) => {
    const value = (given as Record<string, unknown>)[key]
    // It ends up in terminals and pull requests: nothing that steers them is let through.
    return typeof value === 'string' ? value.replace(/\p{C}/gu, '').slice(0, MOST_CHARACTERS) : ''
  }
  const client = { name: textOf('apollographql-client-name'), version: textOf('apollographql-client-version') }
  return client.name || client.version ? client : undefined
}
