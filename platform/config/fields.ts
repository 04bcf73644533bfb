/** What one variable's text may be. Each turns text into a typed value, and says in plain words what it wanted. */
import { isAbsolute, resolve } from 'node:path'
import { z } from 'zod'

/** Any text but an empty one. */
export const text = z.string().trim()

/** A whole number from `least` to `most`. */
export const wholeNumber = (least: number, most: number) =>
  text.regex(/^\d{1,16}$/, `must be a whole number from ${least} to ${most}`).transform((digits, context) => {
    const value = Number(digits)
    if (value >= least && value <= most) return value
    context.addIssue(`must be a whole number from ${least} to ${most}`)
    return z.NEVER
  })

/** Milliseconds, at least `least`, at most a year. */
export const milliseconds = (least: number) => wholeNumber(least, 365 * 24 * 60 * 60 * 1000)

/** A URL with one of these schemes. The value is never repeated in the message: it may hold a password. */
export const url = (...schemes: string[]) =>
  text.refine(
    (value) => URL.canParse(value) && schemes.includes(new URL(value).protocol) && new URL(value).hostname !== '',
    `must be a URL like ${schemes.map((scheme) => `${scheme}//host:port`).join(' or ')}`,
  )

/** `mysql://user:password@host:port/name`: unlike a plain URL it must name a database. */
export const databaseUrl = url('mysql:').refine(
  (value) => !URL.canParse(value) || new URL(value).pathname.length > 1,
  'must name a database: mysql://user:password@host:3306/name',
)

/** `host:port` pairs, separated by commas. */
export const brokers = text
  .transform((value) => value.split(',').map((broker) => broker.trim()))
  .refine(
    (list) => list.length <= 100 && list.every((broker) => /^[^\s:/@]{1,255}:\d{1,5}$/.test(broker)),
    'must be a list like kafka-1:9092,kafka-2:9092',
  )

/** Short enough that a topic's name stays under Kafka's limit of 249 characters. */
export const namespace = text.regex(/^[a-z0-9-]{1,64}$/, 'must be 1 to 64 of a-z, 0-9 and the hyphen')

/** A path; relative ones start from the folder in which the process was started. */
export const path = text.min(1).transform((value) => (isAbsolute(value) ? value : resolve(value)))

export const hostName = text.regex(/^[^\s/]{1,255}$/, 'must be a host name or an address, like 127.0.0.1')

export const oneOf = <const T extends readonly [string, ...string[]]>(...values: T) =>
  z.enum(values, `must be one of ${values.join(', ')}`)

/** `name=url` pairs, separated by commas: a subgraph's name in the supergraph, and where it answers. */
export const namedUrls = text.transform((value, context): Record<string, string> => {
  const pairs = value.split(',').map((pair) => /^\s*([\w-]{1,100})=((?:https?|http\+unix):\/\/\S+?)\s*$/.exec(pair))
  if (pairs.every((pair) => pair !== null && URL.canParse(pair[2]!))) {
    return Object.fromEntries(pairs.map((pair) => [pair![1]!, pair![2]!]))
  }
  context.addIssue('must be a list like products=http://products:4001/graphql,reviews=http://reviews:4002/graphql')
  return z.NEVER
})

/** Names of subgraphs, separated by commas. */
export const subgraphNames = text.transform((value, context): 'all' | readonly string[] => {
  if (value === 'all') return 'all'
  const names = value === 'none' ? [] : value.split(',').map((name) => name.trim())
  if (names.length <= 1_000 && names.every((name) => /^[\w-]{1,100}$/.test(name))) return names
  context.addIssue('must be a list of subgraphs like products,reviews, or all, or none')
  return z.NEVER
})

/** Labels as Federation has them for `@override`, separated by commas. */
export const labels = text
  .transform((value) => value.split(',').map((label) => label.trim()))
  .refine(
    (list) =>
      list.length <= 100 && list.every((label) => /^(?:[a-z][\w-:./]{0,100}|percent\([\d.]{1,12}\))$/i.test(label)),
    'must be a list like new-prices,percent(50)',
  )

/** Something that both sides know: long enough that nobody guesses it. */
export const sharedSecret = text.min(16, 'must have 16 characters or more').max(1_024)

/** Origins of pages (RFC 6454), separated by commas. */
export const origins = text
  .transform((value) => value.split(',').map((origin) => origin.trim()))
  .refine(
    (list) => list.length <= 100 && list.every((origin) => URL.canParse(origin) && new URL(origin).origin === origin),
    'must be a list like https://chat.example.com,https://www.example.com',
  )

/** So many bytes in base64url. */
export const vapidKey = (bytes: number) =>
  text.refine(
    (value) => /^[\w-]+={0,2}$/.test(value) && Buffer.from(value, 'base64url').length === bytes,
    `must be ${bytes} bytes in base64url`,
  )

/** A place in the schema registry, as in `registry:production`, or a path. */
export const pathOrRegistry = text.min(1).transform((value, context) => {
  if (!value.startsWith('registry:')) return isAbsolute(value) ? value : resolve(value)
  if (/^registry:[A-Za-z0-9][\w-]{0,63}$/.test(value)) return value
  context.addIssue('must be a path, or registry:ENVIRONMENT with a name of letters, digits, - and _')
  return z.NEVER
})
