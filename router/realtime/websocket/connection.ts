import type { Duplex } from 'node:stream'
import type { PingMessage, SubscribeMessage } from 'graphql-ws'
import type { RawData } from 'ws'
import { LimitExceeded, Unauthenticated } from '../../../platform/errors.ts'
import { drained } from '../drained.ts'
import { toErrors } from '../errorPayload.ts'
import { clientIn } from '../../usage/index.ts'
import { because, closings, duplicateId, type Closing } from './closeCodes.ts'
import type { HeardSocket, SocketListener } from './heardSocket.ts'
import { MessageRate } from './messageRate.ts'
import { ackMessage, pongMessage, readClientMessage, streamMessage, type ClientMessage } from './messages.ts'
import type { NextFrame } from './nextFrame.ts'
import { Operation, type Carrier } from './operation.ts'
import { Session, authorizationIn, type Origin, type SessionOwner } from './session.ts'
import type { RealtimeParts } from './parts.ts'

/** One WebSocket: the rules of graphql-transport-ws, and the operations that run on it. */
export class Connection implements Carrier, SocketListener, SessionOwner {
  readonly parts: RealtimeParts
  readonly session: Session
  answered = true
  readonly #socket: HeardSocket
  readonly #stream: Duplex
  readonly #gone: (connection: Connection, code: number) => void
  /** Few, mostly one: a Map would be as large as this connection. */
  #operations: readonly Operation[] = []
  #operationBytes = 0
  readonly #rate: MessageRate
  #initTimer: NodeJS.Timeout | undefined
  #state: 'opened' | 'signing in' | 'acknowledged' | 'closed' = 'opened'
  /** With which code this side has closed it. */
  #closedWith: number | undefined
  #countedUser: string | undefined
  #takeOut: (() => void) | undefined
  /** When an operation ran last, or the socket was opened. */
  #usedAt = Math.floor(performance.now())

  /** `gone` is called once, when the socket is closed. */
  constructor(
    { socket, stream, origin }: { socket: HeardSocket; stream: Duplex; origin: Origin },
    parts: RealtimeParts,
    gone: (connection: Connection, code: number) => void,
  ) {
    this.parts = parts
    this.#socket = socket
    this.#stream = stream
    this.#gone = gone
    this.session = new Session(parts, origin, this)
    this.#rate = new MessageRate(parts.limits)
    this.#initTimer = setTimeout(() => this.close(closings.initTimeout), parts.limits.initTimeoutMs).unref()
    socket.hearBy(this)
  }

  /** Writes a message. A reader that leaves too much waiting is cut off: it comes back and resumes. */
  send(message: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#socket.send(message)
    if (this.parts.backlog.isTooMuch(this.#stream)) this.close(closings.tooSlow)
  }

  /**
   * Writes a shared result past `ws`, which would make a header and a second buffer for every socket. It is safe because
   * nothing is compressed here, so `ws` never has a message of its own in the making.
   */
  sendNext(frame: NextFrame, quotedId: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return
    this.#stream.write(frame.of(quotedId))
    if (this.#stream.writableLength === 0) return
    frame.keep()
    if (this.parts.backlog.isTooMuch(this.#stream)) this.close(closings.tooSlow)
  }

  /** Tells the client whether events are delayed now. */
  tellDelay(): void {
    if (this.#state === 'acknowledged') this.send(streamMessage(this.parts.hub.isDelayed))
  }

  /** Closes a socket on which nothing has run for long. `now`: `performance.now()`. */
  closeIfIdle(now: number): void {
    if (this.#operations.length === 0 && now - this.#usedAt > this.parts.limits.idleMs) this.close(closings.idle)
  }

  /** As in {@link HeardSocket}. */
  get unfinished(): readonly Buffer[] | undefined {
    return this.#socket.unfinished
  }

  /** Undefined while the reader keeps up; else resolves when it has caught up, or is gone. */
  drained(): Promise<void> | undefined {
    return this.#state === 'closed' ? undefined : drained(this.#stream)
  }

  /** Ends all operations at once, tells the client why, and cuts the connection where it does not answer. */
  close({ code, reason }: Closing): void {
    this.#closedWith ??= code
    this.ended()
    this.#socket.close(code, reason)
  }

  ping(): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.ping()
  }

  terminate(): void {
    this.#socket.terminate()
  }

  tokenExpired(): void {
    this.close(closings.tokenExpired)
  }

  sessionEnded(): void {
    this.close(closings.sessionEnded)
  }

  failed(cause: Error): void {
    this.parts.logger.debug({ err: cause }, 'a socket failed')
  }

  /** A reader that was cut off, or went, before it answered the close frame is counted as what it was closed for. */
  closed(code: number): void {
    this.ended()
    this.#gone(this, this.#closedWith ?? code)
  }

  forget(operation: Operation): void {
    if (this.#operations.includes(operation)) {
      this.#operations = this.#operations.filter((other) => other !== operation)
      this.#operationBytes -= operation.bytes
    }
    if (this.#operations.length === 0) this.#usedAt = Math.floor(performance.now())
  }

  /** Ends all operations, also because the socket is gone. */
  ended(): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    clearTimeout(this.#initTimer)
    this.session.close()
    this.#takeOut?.()
    if (this.#countedUser) this.parts.users.leave(this.#countedUser)
    for (const operation of this.#operations) operation.stop()
  }

  receive(data: RawData, isBinary: boolean): void {
    if (this.#state === 'closed') return
    if (!this.#rate.take()) return this.close(closings.tooManyMessages)
    if (isBinary) return this.close(closings.binary)
    const text = String(data)
    const message = readClientMessage(text)
    if ('wrong' in message) return this.close(because(closings.invalidMessage, message.wrong))
    this.#handle(message, text.length).catch((cause) => {
      this.parts.logger.error({ err: cause }, 'a message could not be handled')
      this.close(closings.internal)
    })
  }

  async #handle(message: ClientMessage, bytes: number): Promise<void> {
    switch (message.type) {
      case 'connection_init':
        return this.#init(message.payload)
      case 'ping':
        return this.#ping(message)
      case 'pong':
        return
      case 'subscribe':
        return this.#subscribe(message, bytes)
      case 'complete':
        return this.#running(JSON.stringify(message.id))?.stop()
    }
  }

  async #init(payload: unknown): Promise<void> {
    if (this.#state !== 'opened') return this.close(closings.tooManyInits)
    this.#state = 'signing in'
    clearTimeout(this.#initTimer)
    this.#initTimer = undefined
    this.session.client = clientIn(payload)
    const authorization = authorizationIn(payload) ?? this.session.offered
    this.session.offered = undefined
    if (authorization !== undefined && !(await this.#signIn(authorization))) return
    if (this.#isClosed() || !this.#countUser()) return
    this.#state = 'acknowledged'
    this.send(ackMessage)
    const facts = this.session.facts('websocket')
    if (facts) this.#takeOut = this.parts.connections?.opened(facts)
    if (this.parts.hub.isDelayed) this.tellDelay()
  }

  /** Renews the token where the payload brings one; else answers as graphql-ws does, with the payload. */
  async #ping({ payload }: PingMessage): Promise<void> {
    const authorization = authorizationIn(payload)
    if (authorization === undefined || this.#state !== 'acknowledged')
      return this.send(pongMessage(payload ?? undefined))
    if (!this.session.viewer) return this.close(because(closings.forbidden, 'nobody is signed in here to renew'))
    if (await this.#signIn(authorization)) this.send(pongMessage({ expiresAt: this.session.viewer.expiresAt }))
  }

  #subscribe({ id, payload }: SubscribeMessage, bytes: number): void {
    if (this.#state !== 'acknowledged') return this.close(closings.unauthorized)
    const quotedId = JSON.stringify(id)
    if (this.#running(quotedId)) return this.close(duplicateId(id))
    const operation = new Operation(quotedId, bytes, this)
    const { operationsPerSocket, operationBytes } = this.parts.limits
    if (this.#operations.length >= operationsPerSocket || this.#operationBytes + bytes > operationBytes) {
      const most = `${operationsPerSocket} operations of together ${operationBytes} bytes`
      const tooMany = new LimitExceeded(`A socket runs at most ${most} at the same time.`)
      return operation.error(toErrors(tooMany, this.parts.logger))
    }
    // `concat`, since a spread leaves room for sixteen more.
    this.#operations = this.#operations.concat(operation)
    this.#operationBytes += bytes
    if (this.session.viewer) this.parts.connections?.saw(this.session.viewer)
    void operation.run(payload)
  }

  async #signIn(authorization: unknown): Promise<boolean> {
    try {
      await this.session.signIn(authorization)
      return true
    } catch (cause) {
      const refusal = cause instanceof Unauthenticated ? because(closings.forbidden, cause.message) : undefined
      if (!refusal) this.parts.logger.error({ err: cause }, 'a token could not be verified')
      this.close(refusal ?? closings.tryAgainLater)
      return false
    }
  }

  #running(quotedId: string): Operation | undefined {
    return this.#operations.find((operation) => operation.quotedId === quotedId)
  }

  /** Asked after waiting: a method, since the compiler takes the state for what it was before. */
  #isClosed(): boolean {
    return this.#state === 'closed'
  }

  #countUser(): boolean {
    const userId = this.session.viewer?.userId
    if (!userId) return true
    if (!this.parts.users.enter(userId)) {
      this.close(closings.tooManySockets)
      return false
    }
    this.#countedUser = userId
    return true
  }
}
