import { createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { until } from '../../platform/time/until.ts'

/** A delivery as it came. */
export interface Received {
  path: string
  headers: IncomingHttpHeaders
  text: string
  body: {
    id: string
    type: string
    rev: number
    at: string
    conversationId: string
    deliveryId: string
    data: { message?: { text: string } }
  }
}

type Behave = (response: ServerResponse, received: Received) => void

/** An endpoint of an integrator: a real HTTP server that can fail, hang, redirect and come back. */
export class Receiver {
  readonly received: Received[] = []
  /** Those that it answered with 200, in order. */
  readonly taken: Received[] = []
  behave: Behave = take
  readonly #server: Server
  #port = 0

  constructor() {
    this.#server = createServer((request, response) => {
      let text = ''
      request.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
      request.on('end', () => {
        const received = {
          path: request.url!,
          headers: request.headers,
          text,
          body: JSON.parse(text) as Received['body'],
        }
        this.received.push(received)
        response.once('finish', () => response.statusCode === 200 && this.taken.push(received))
        this.behave(response, received)
      })
    })
  }

  async listen(): Promise<this> {
    await new Promise<void>((resolve) => this.#server.listen(this.#port, '127.0.0.1', resolve))
    this.#port = (this.#server.address() as AddressInfo).port
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/hook`
  }

  /** Revs that were taken, without those that came again. */
  get revs(): number[] {
    return [...new Set(this.taken.map(({ body }) => body.rev))]
  }

  get texts(): string[] {
    return this.taken.flatMap(({ body }) => (body.type === 'MessageSent' ? body.data.message!.text : []))
  }

  async until(condition: (receiver: this) => boolean): Promise<void> {
    await until(
      () => condition(this),
      () => `received ${JSON.stringify(this.received.map(({ body }) => [body.type, body.rev]))}`,
    )
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

export const take: Behave = (response) => void response.writeHead(200).end('thanks')
export const fail =
  (status: number, headers: Record<string, string> = {}): Behave =>
  (response) =>
    void response.writeHead(status, headers).end('x'.repeat(200_000))
export const hang: Behave = () => {}

/** The receiver's own check, written after the documentation and not after the code: which secrets have signed this. */
export function signers({ headers, text }: Received, secrets: readonly string[]): string[] {
  const parts = String(headers['parley-signature'])
    .split(',')
    .map((part) => part.split('=') as [string, string])
  const time = parts.find(([name]) => name === 't')![1]
  if (Math.abs(Date.now() / 1000 - Number(time)) > 300) throw new Error('too old')
  const given = parts.filter(([name]) => name === 'v1').map(([, value]) => value)
  return secrets.filter((secret) =>
    given.includes(createHmac('sha256', secret).update(`${time}.${text}`).digest('hex')),
  )
}
