/** To one GraphQL request. */
export interface Answer {
  data?: Record<string, never> | null
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string; retriable?: boolean } }[]
}

/** A running Parley, seen from outside. */
export class Place {
  /** `http://127.0.0.1:4000` */
  readonly url: string

  constructor(url: string) {
    this.url = url
  }

  async graphql(
    query: string,
    variables: Record<string, unknown> = {},
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json', ...headers },
      body: JSON.stringify({ query, variables }),
    })
    return (await response.json()) as Answer
  }
}
