/** A bucket for the suites, in memory, which lets nobody in whose signature is not right. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { S3Options } from './s3Store.ts'

export interface S3Server {
  options: S3Options
  /** How many requests it has refused. */
  readonly refused: number
  readonly keys: readonly string[]
  close(): Promise<void>
}

const FORM =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([0-9a-f]{64})$/
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()
const text = (header: string | string[] | undefined) => String(header ?? '')

/**
 * Signature Version 4 as the service reads it
 * (https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html), without the library that signs.
 */
function isSigned({ method, url, headers }: IncomingMessage, { keyId, secret, region }: S3Options): boolean {
  const [, id, day, place, names = '', signature = ''] = FORM.exec(text(headers.authorization)) ?? []
  const moment = text(headers['x-amz-date'])
  const payload = text(headers['x-amz-content-sha256'])
  if (id !== keyId || place !== region || !moment.startsWith(day!) || payload === '') return false
  const signed = names.split(';')
  if (!['host', 'x-amz-date', 'x-amz-content-sha256'].every((name) => signed.includes(name))) return false
  const [path = '', query = ''] = url!.split('?')
  const lines = signed.map((name) => `${name}:${text(headers[name]).trim()}\n`).join('')
  const canonical = [method, path, query, lines, names, payload].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const digest = createHash('sha256').update(canonical).digest('hex')
  const key = ['s3', 'aws4_request'].reduce(hmac, hmac(hmac(`AWS4${secret}`, day!), region))
  const wanted = hmac(key, ['AWS4-HMAC-SHA256', moment, scope, digest].join('\n'))
  return timingSafeEqual(wanted, Buffer.from(signature, 'hex'))
}

export async function startS3Server(): Promise<S3Server> {
  const options = { region: 'eu-test-1', keyId: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
  const objects = new Map<string, Buffer>()
  let refused = 0

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url!.split('?')[0]!
    if (!isSigned(request, { ...options, url: '' })) {
      refused += 1
      response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>')
    } else if (!path.startsWith('/files/')) response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>')
    else if (request.method === 'PUT') await write(path, request, response)
    else if (request.method === 'DELETE') {
      objects.delete(path)
      response.writeHead(204).end()
    } else read(path, request, response)
  }

  async function write(path: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    // As the service does: it takes no object whose length it is not told.
    if (request.headers['content-length'] === undefined) return void response.writeHead(411).end()
    objects.set(path, await buffer(request))
    response.writeHead(200).end()
  }

  function read(path: string, { headers, method }: IncomingMessage, response: ServerResponse): void {
    const found = objects.get(path)
    if (!found) return void response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>')
    const [, first, last] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? []
    const part = first === undefined ? found : found.subarray(Number(first), Number(last) + 1)
    response.writeHead(first === undefined ? 200 : 206, { 'content-length': part.length })
    response.end(method === 'HEAD' ? undefined : part)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    options: { ...options, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/files` },
    get refused() {
      return refused
    },
    get keys() {
      return [...objects.keys()].map((path) => path.slice('/files/'.length))
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
