/** One request to be sent, and what becomes of it. */
export interface Call {
  /** Head and body. */
  readonly text: string
  /** Every character is one byte. */
  readonly isAscii: boolean
  /** Nobody waits for it any more. */
  readonly isOver: boolean
  /** Told once, when it is sent: `stop` gives the connection up, in the middle of whatever it does. */
  sent(stop: () => void): void
  answered(status: number, body: string): void
  failed(error: ConnectionFailed): void
}

/** The connection failed before the whole answer came. */
export class ConnectionFailed extends Error {
  /** Nothing of an answer had come. */
  readonly isUnanswered: boolean

  constructor(message: string, isUnanswered: boolean, cause: unknown) {
    super(message, { cause })
    this.isUnanswered = isUnanswered
  }
}
