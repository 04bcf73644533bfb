/** Where the tokens of requests and sockets come from. `SessionStore` is one. */
export interface TokenSource {
  /**
   * One that is good for at least some seconds; null where nobody is signed in. Asked for with each request, and every 2
   * seconds while a socket is open: give the same one while it is good.
   */
  accessToken(): Promise<string | null>
  /** The server did not take it: another one is wanted next time. */
  refuse(accessToken: string): void
  /**
   * Whose tokens these are; null where nobody is signed in. A socket and its subscriptions end when that changes. Without it, the
   * tokens are one user's for good.
   */
  viewerId?(): string | null
  /** Calls back when somebody signed in or out, or a token was renewed; gives what ends that. */
  subscribe?(listener: () => void): () => void
}

/** For integrators: an API key goes along as it is, and is what it is. */
export const apiKeySession = (key: string): TokenSource => ({
  accessToken: async () => key || null,
  refuse: () => undefined,
})
