/** Requests that no good client sends: valid ones bent out of shape, and known ways to hurt a GraphQL server. */
import fc from 'fast-check'

export interface HostileRequest {
  body: string
  headers: Record<string, string>
}

const names = fc.constantFrom(
  'products',
  'name',
  'id',
  'reviews',
  'stars',
  '__typename',
  '__proto__',
  'constructor',
  'x',
)

/** Text that looks like a document and mostly is none. */
const fuzzed = fc
  .array(
    fc.oneof(
      names,
      fc.constantFrom('{', '}', '(', ')', '...', '@skip(if: ', '$a', ':', 'query', 'on', '"', '"""', '!', '[', '0'),
    ),
    {
      maxLength: 60,
    },
  )
  .map((parts) => parts.join(' '))

const selection = (depth: number): fc.Arbitrary<string> =>
  depth === 0
    ? names
    : fc
        .array(
          fc.oneof(
            names,
            selection(depth - 1).map((inner) => `products { ${inner} }`),
          ),
          { minLength: 1, maxLength: 4 },
        )
        .map((all) => all.join(' '))

const size = fc.integer({ min: 60, max: 4_000 })
const attacks = fc.oneof(
  size.map((n) => `${'{products'.repeat(n)}${'}'.repeat(n)}`),
  size.map((n) => `{ ${Array.from({ length: n }, (_none, i) => `a${i}: __typename`).join(' ')} }`),
  size.map((n) => `{ products ${'@skip(if: false) '.repeat(n)} { id } }`),
  size.map((n) => `query (${Array.from({ length: n }, (_none, i) => `$v${i}: Int`).join()}) { __typename }`),
  size.map((n) => `{ products(a: ${'['.repeat(n)}${']'.repeat(n)}) { id } }`),
  size.map(
    (n) =>
      `{ ...A } ${Array.from({ length: n % 50 }, (_none, i) => `fragment A${i || ''} on Query { ...A${i + 1} ...A${i + 1} }`).join(' ')}`,
  ),
  fc.constant('{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }'),
  fc.constant('{ ...A } fragment A on Query { ...A }'),
  fc.constant('{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }'),
  fc.constant('subscription { products }'),
  fc.constant('mutation { __typename }'),
)

const document = fc.oneof(
  fuzzed,
  selection(4).map((text) => `{ ${text} }`),
  attacks,
  fc.string({ unit: 'binary' }),
)

const prototypeKeys = fc.constantFrom(
  '{"__proto__":{"polluted":true}}',
  '{"constructor":{"prototype":{"polluted":true}}}',
  '{"a":{"__proto__":{"polluted":true}},"toString":1}',
)
const variables = fc.oneof(
  fc.json({ maxDepth: 6 }),
  prototypeKeys,
  size.map((n) => `{"a":${'['.repeat(n)}${']'.repeat(n)}}`),
  size.map((n) => `{"a":"${'x'.repeat(n * 10)}"}`),
)
const operationName = fc.oneof(fc.constant('null'), fc.constant('"__proto__"'), fc.constant('7'), fc.constant('"A"'))
const extensions = fc.constantFrom(
  '{}',
  '[]',
  '{"persistedQuery":{"version":1,"sha256Hash":"__proto__"}}',
  '{"persistedQuery":{"version":2}}',
  '{"persistedQuery":1}',
)

const request = fc
  .tuple(document, variables, operationName, extensions)
  .map(
    ([query, vars, name, more]) =>
      `{"query":${JSON.stringify(query)},"variables":${vars},"operationName":${name},"extensions":${more}}`,
  )

const body = fc.oneof(
  { weight: 6, arbitrary: request },
  { weight: 1, arbitrary: fc.array(request, { maxLength: 12 }).map((all) => `[${all.join()}]`) },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
  { weight: 1, arbitrary: prototypeKeys },
)
const headers: fc.Arbitrary<Record<string, string>> = fc.oneof(
  { weight: 8, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>[]>(
      { authorization: 'Bearer ' },
      { accept: 'text/plain' },
      { 'accept-encoding': ';q=x,,br;q=9' },
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<Record<string, string>[]>(
      { 'content-type': 'text/plain' },
      { 'x-request-id': '<script>' },
    ),
  },
)

export const hostileRequests = (seed: number, count: number): HostileRequest[] =>
  fc.sample(fc.record({ body, headers }), { seed, numRuns: count })
