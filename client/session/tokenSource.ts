/** Where the tokens of requests and sockets come from. `SessionStore` is one. */
export interface TokenSource {
  /**
   * One that is good for at least some seconds; null where nobody is signed in. Asked for with each request, and every few
   * seconds while a socket is open: give the same one while it is good.
   */
  accessToken(): Promise<string | null>
  /** The server did not take it: another one is wanted next time. */
  refuse(accessToken: string): void
}

/** For integrators: an API key goes along as it is, and is what it is. */
export const apiKeySession = (key: string): TokenSource => ({
  accessToken: async () => key,
  refuse: () => undefined,
})
