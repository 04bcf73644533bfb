import { createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { importJWK, jwtVerify } from 'jose'

export interface ReceivedPush {
  /** The decrypted payload. */
  message: Record<string, unknown>
  /** The claims of the VAPID token, verified with the key that came with it. */
  claims: { aud?: unknown; exp?: number; sub?: string }
  vapidKey: string
  headers: Record<string, string | string[] | undefined>
  /** The body as it came. */
  bytes: Buffer
}

/** What a push service says to the next messages: a status, and how long to wait. */
export interface Reply {
  status: number
  retryAfter?: string
}

/**
 * A push service and the browsers behind it, over HTTP on this machine. It decrypts by RFC 8291 and RFC 8188 and checks the
 * token by RFC 8292 on its own, without the library that the server uses.
 */
export class PushReceiver {
  readonly received: ReceivedPush[] = []
  readonly refused: string[] = []
  /** Replies to come, in order; then everything is taken. */
  readonly replies: Reply[] = []
  readonly #server: Server
  readonly #browsers = new Map<string, { ecdh: ReturnType<typeof createECDH>; auth: Buffer }>()

  private constructor() {
    this.#server = createServer((request, response) => void this.#take(request, response))
  }

  static async start(): Promise<PushReceiver> {
    const receiver = new PushReceiver()
    receiver.#server.listen(0, '127.0.0.1')
    await once(receiver.#server, 'listening')
    return receiver
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  /** A new browser, as its `PushSubscription.toJSON()` shows it. */
  browser(): { endpoint: string; keys: { p256dh: string; auth: string } } {
    const ecdh = createECDH('prime256v1')
    const [p256dh, auth, path] = [
      ecdh.generateKeys(),
      randomBytes(16),
      `/push/${randomBytes(12).toString('base64url')}`,
    ]
    this.#browsers.set(path, { ecdh, auth })
    const keys = { p256dh: p256dh.toString('base64url'), auth: auth.toString('base64url') }
    return { endpoint: this.origin + path, keys }
  }

  /** What came to this browser, in order. */
  of({ endpoint }: { endpoint: string }): ReceivedPush[] {
    return this.received.filter(({ headers }) => headers['x-path'] === new URL(endpoint).pathname)
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections()
    this.#server.close()
    await once(this.#server, 'close')
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const reply = this.replies.shift()
    if (reply) {
      return void response
        .writeHead(reply.status, reply.retryAfter === undefined ? {} : { 'retry-after': reply.retryAfter })
        .end()
    }
    try {
      this.received.push(await this.#open(request, Buffer.concat(chunks)))
      response.writeHead(201).end()
    } catch (error) {
      this.refused.push(String(error))
      response.writeHead(400).end(String(error))
    }
  }

  async #open({ url = '', headers, method }: IncomingMessage, bytes: Buffer): Promise<ReceivedPush> {
    const browser = this.#browsers.get(url)
    if (method !== 'POST' || !browser) throw new Error('no such browser')
    if (headers['content-encoding'] !== 'aes128gcm') throw new Error('another encoding')
    if (!/^\d+$/.test(String(headers['ttl']))) throw new Error('no TTL')
    if (bytes.length > 4_096) throw new Error('larger than a push service has to take')
    const [, token = '', vapidKey = ''] = /^vapid t=([^,]+), ?k=(.+)$/.exec(headers.authorization ?? '') ?? []
    const claims = await verified(token, vapidKey, this.origin)
    const text = decrypt(bytes, browser.ecdh, browser.auth).toString()
    return { message: JSON.parse(text), claims, vapidKey, headers: { ...headers, 'x-path': url }, bytes }
  }
}

/** RFC 8292: ES256 over the push service's origin, for 24 hours at most. */
async function verified(token: string, key: string, audience: string) {
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33).toString('base64url'), point.subarray(33).toString('base64url')]
  const publicKey = await importJWK({ kty: 'EC', crv: 'P-256', x, y }, 'ES256')
  const { payload } = await jwtVerify(token, publicKey, { audience, algorithms: ['ES256'] })
  if (!payload.exp || payload.exp > Date.now() / 1_000 + 24 * 60 * 60) throw new Error('valid for too long')
  if (!/^(mailto:|https:)/.test(String(payload.sub))) throw new Error('no subject')
  return payload
}

/** RFC 8188 with the keys of RFC 8291, 3.4: one record. */
function decrypt(bytes: Buffer, ecdh: ReturnType<typeof createECDH>, auth: Buffer): Buffer {
  const [salt, idLength] = [bytes.subarray(0, 16), bytes[20]!]
  const senderKey = bytes.subarray(21, 21 + idLength)
  const record = bytes.subarray(21 + idLength)
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), ecdh.getPublicKey(), senderKey])
  const secret = Buffer.from(hkdfSync('sha256', ecdh.computeSecret(senderKey), auth, keyInfo, 32))
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16))
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12))
  const decipher = createDecipheriv('aes-128-gcm', key, nonce)
  decipher.setAuthTag(record.subarray(-16))
  const plain = Buffer.concat([decipher.update(record.subarray(0, -16)), decipher.final()])
  const end = plain.lastIndexOf(2)
  if (end === -1 || plain.subarray(end + 1).some((byte) => byte !== 0)) throw new Error('no last record')
  return plain.subarray(0, end)
}
