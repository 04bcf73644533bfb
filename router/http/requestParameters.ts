import type { IncomingMessage } from 'node:http'
import { BadRequest } from '../../platform/errors.ts'
import { readBody } from './readBody.ts'
import { Refusal } from './refusal.ts'

/** What a GraphQL over HTTP request asks for. */
export interface RequestParameters {
  /** Undefined where the document is known by its hash alone. */
  query: string | undefined
  /** SHA-256 of the document, of a client that speaks automatic persisted queries. */
  hash: string | undefined
  operationName: string | undefined
  variables: Record<string, unknown>
}

const bad = (message: string, status = 400) => new Refusal(status, new BadRequest(message))

/** Whatever of these a page of another origin cannot send without a CORS preflight marks a request as no forgery. */
const preflightHeaders = ['apollo-require-preflight', 'x-apollo-operation-name', 'x-requested-with', 'authorization']

/**
 * The parameters of a GET.
 * @throws Refusal  400: a parameter is missing or of the wrong form, or the request could be a cross-site forgery
 */
export function queryParameters(request: IncomingMessage, url: URL): RequestParameters {
  const proven = preflightHeaders.some((name) => request.headers[name]) || isJson(request.headers['content-type'])
  if (!proven) throw bad(`Send a GET with one of the headers ${preflightHeaders.join(', ')}, or use POST.`)
  const { query, operationName, variables, extensions } = Object.fromEntries(url.searchParams)
  return checked({
    query,
    operationName,
    variables: variables && parseJson(variables, 'variables'),
    extensions: extensions && parseJson(extensions, 'extensions'),
  })
}

/**
 * The parameters of a POST, or a list of them, whose type a page of another origin cannot send without a preflight.
 * @throws Refusal  400, 413, 415
 */
export async function bodyParameters(
  request: IncomingMessage,
  { bodyLimitBytes, batchLimit }: { bodyLimitBytes: number; batchLimit: number },
): Promise<RequestParameters | RequestParameters[]> {
  if (!isJson(request.headers['content-type'])) throw bad('Send the request as application/json in UTF-8.', 415)
  const body = parseJson(await readBody(request, bodyLimitBytes), 'The request')
  return Array.isArray(body) ? batch(body, batchLimit) : checked(body)
}

function batch(list: unknown[], limit: number): RequestParameters[] {
  if (limit === 1) throw bad('Several operations in one request are not supported: send one at a time.')
  if (list.length === 0) throw bad('The list holds no operation.')
  if (list.length > limit) throw bad(`The list holds too many operations: at most ${limit} are allowed.`)
  return list.map(checked)
}

function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true
  const [type = '', ...parameters] = (contentType ?? '').toLowerCase().split(';')
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith('charset='))
  return type.trim() === 'application/json' && (charset ?? 'charset=utf-8').replaceAll('"', '') === 'charset=utf-8'
}

function checked(given: unknown): RequestParameters {
  if (!isObject(given)) throw bad('The request must be a JSON object.')
  const { query, operationName, variables, extensions } = given
  if (!isAbsent(extensions) && !isObject(extensions)) throw bad('"extensions" must be an object.')
  const hash = persistedHash(extensions)
  const isText = typeof query === 'string' && query !== ''
  if (!isText && (hash === undefined || !isAbsent(query))) throw bad('"query" must be a string.')
  if (!isAbsent(operationName) && typeof operationName !== 'string') throw bad('"operationName" must be a string.')
  if (!isAbsent(variables) && !isObject(variables)) throw bad('"variables" must be an object.')
  return {
    query: isText ? query : undefined,
    hash,
    operationName: (operationName as string | null) ?? undefined,
    variables: (variables as Record<string, unknown> | null) ?? {},
  }
}

/** As Apollo's clients send it: `persistedQuery: { version: 1, sha256Hash }`. */
function persistedHash(extensions: unknown): string | undefined {
  const asked = isObject(extensions) ? extensions['persistedQuery'] : undefined
  if (isAbsent(asked)) return undefined
  if (!isObject(asked) || asked['version'] !== 1 || typeof asked['sha256Hash'] !== 'string') {
    throw bad('"persistedQuery" must be { version: 1, sha256Hash }.')
  }
  return asked['sha256Hash']
}

function parseJson(text: string, what: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw bad(`${what} is not well-formed JSON.`)
  }
}

const isAbsent = (value: unknown) => value === undefined || value === null
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
