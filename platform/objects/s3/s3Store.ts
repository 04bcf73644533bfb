import { AwsV4Signer } from 'aws4fetch'
import { finished, type Readable } from 'node:stream'
import { Agent, type Dispatcher } from 'undici'
import { Unavailable } from '../../errors.ts'
import { exactly } from '../exactly.ts'
import { checkedKey, ObjectIncomplete, type ByteRange, type ObjectStore } from '../objectStore.ts'

export interface S3Options {
  /** Where objects are, with the bucket in path or host: `https://s3.example.com/bucket`, `https://bucket.s3.example.com`. */
  url: string
  region: string
  keyId: string
  secret: string
}

interface Asked {
  method: 'PUT' | 'GET' | 'HEAD' | 'DELETE'
  headers?: Record<string, string>
  body?: Readable
}

/** How long the service may take to begin an answer, and how long a stream may stand still, in milliseconds. */
const ANSWER_MS = 30_000
const STILL_MS = 60_000
const CONNECTIONS = 128

/**
 * Objects in a bucket of any service that speaks S3 (https://docs.aws.amazon.com/AmazonS3/latest/API/). The bucket is there already;
 * nothing in it is listed, so the key needs no more than s3:GetObject, s3:PutObject and s3:DeleteObject.
 */
export class S3Store implements ObjectStore {
  readonly #options: S3Options
  readonly #agent = new Agent({
    connections: CONNECTIONS,
    connectTimeout: ANSWER_MS,
    headersTimeout: ANSWER_MS,
    bodyTimeout: STILL_MS,
  })

  constructor(options: S3Options) {
    this.#options = { ...options, url: options.url.replace(/\/+$/, '') }
  }

  async put(key: string, body: Readable, size: number): Promise<void> {
    // S3 takes an object that is shorter than its Content-Length for none, and so does undici for a broken request.
    const exact = exactly(size)
    let fault: unknown
    const fails = (error: unknown) => {
      fault ??= error
      exact.destroy(error as Error)
    }
    finished(body, { writable: false }, (error) => {
      if (error) fails(new ObjectIncomplete('the body broke off', { cause: error }))
    })
    exact.once('error', (error) => (fault ??= error))
    body.pipe(exact)
    const answer = await this.#ask(key, {
      method: 'PUT',
      headers: { 'content-length': String(size) },
      body: exact,
    }).catch((error: unknown) => {
      body.unpipe(exact)
      throw fault instanceof ObjectIncomplete ? fault : error
    })
    await answer.body.dump()
    if (answer.statusCode !== 200) throw refused('PUT', answer.statusCode)
  }

  async get(key: string, range?: ByteRange): Promise<Readable | undefined> {
    const headers = range ? { range: `bytes=${range.first}-${range.last}` } : undefined
    const answer = await this.#ask(key, { method: 'GET', ...(headers && { headers }) })
    if (answer.statusCode === (range ? 206 : 200)) return answer.body
    await answer.body.dump()
    if (answer.statusCode === 404) return undefined
    throw refused('GET', answer.statusCode)
  }

  async remove(key: string): Promise<void> {
    const answer = await this.#ask(key, { method: 'DELETE' })
    await answer.body.dump()
    if (answer.statusCode !== 204 && answer.statusCode !== 200 && answer.statusCode !== 404) {
      throw refused('DELETE', answer.statusCode)
    }
  }

  /** Asks for an object that is not there: the answer says that address, key and secret are right. */
  async ping(): Promise<void> {
    const answer = await this.#ask('00000000-0000-0000-0000-000000000000', { method: 'HEAD' })
    await answer.body.dump()
    // Without s3:ListBucket, S3 answers 403 for what is not there.
    if (![200, 403, 404].includes(answer.statusCode)) throw refused('HEAD', answer.statusCode)
  }

  close(): Promise<void> {
    return this.#agent.destroy()
  }

  async #ask(key: string, { method, headers = {}, body }: Asked): Promise<Dispatcher.ResponseData> {
    const { url, region, keyId, secret } = this.#options
    const signed = await new AwsV4Signer({
      ...{ method, headers, region, service: 's3', accessKeyId: keyId, secretAccessKey: secret },
      url: `${url}/${checkedKey(key)}`,
    }).sign()
    try {
      return await this.#agent.request({
        method,
        origin: signed.url.origin,
        path: signed.url.pathname,
        headers: Object.fromEntries(signed.headers),
        ...(body && { body }),
        // What was not sent within this time can be sent again, whole.
        ...(body && { headersTimeout: 0 }),
      })
    } catch (cause) {
      throw new Unavailable('The files cannot be reached.', { cause, retryAfterMs: 1_000 })
    }
  }
}

const refused = (method: string, status: number) =>
  new Unavailable('The files cannot be reached.', {
    cause: new Error(`the object store answered ${method} with ${status}`),
    retryAfterMs: 1_000,
  })
