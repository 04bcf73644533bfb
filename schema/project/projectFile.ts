import { z } from 'zod'
import { WrongUse } from '../command/faults.ts'

/** The file that says what a project's graph is made of; it lies at the project's root. */
export const PROJECT_FILE = 'parley.schema.json'

const level = z.enum(['error', 'warning', 'off'], 'must be "error", "warning" or "off"')
const path = z.string().min(1).max(1_000)
const tags = z.array(z.string().min(1).max(200)).max(100)
const subgraphName = /^[A-Za-z_][\w-]{0,99}$/

const subgraphs = z.union(
  [
    path.refine((text) => text.split('{name}').length === 2),
    z.record(
      z.string().regex(subgraphName, 'names start with a letter and have letters, digits, _ and -'),
      z.union([path, z.strictObject({ file: path, url: z.string().max(2_000).optional() })]),
    ),
  ],
  'must be a path with {name} in it, such as "subgraphs/{name}/schema.graphql", or an object of names and files',
)

const settings = z.strictObject({
  $schema: z.string().optional(),
  subgraphs,
  /** Addresses that the composed schema holds, by subgraph. */
  urls: z.record(z.string(), z.string().max(2_000)).default({}),
  /** Globs of files with operations: .graphql, or code with gql`…` in it. */
  operations: z.array(path).max(100).default([]),
  /** Files that `compose` writes; `contracts` are what clients see of each, by its name. */
  outputs: z
    .strictObject({ supergraph: path, api: path, trustedDocuments: path, contracts: z.record(z.string(), path) })
    .partial()
    .default({}),
  lint: z
    .strictObject({
      rules: z.record(z.string(), level).default({}),
      /** Coordinates that rules pass over; `*` stands for anything. */
      ignore: z.array(z.string().max(200)).max(1_000).default([]),
    })
    .default({ rules: {}, ignore: [] }),
  /** What fails a check: a breaking change that someone uses, any breaking one, or dangerous ones too. */
  failOn: z.enum(['used', 'breaking', 'dangerous'], 'must be "used", "breaking" or "dangerous"').default('used'),
  /** Where recorded usage is read: registry:ENVIRONMENT, or globs of files that routers write. */
  usage: z.array(path).max(20).default([]),
  usageDays: z.number().int().min(1).max(3_650).default(30),
  /** Breaking changes that may pass, by the ids that a check shows. */
  approvals: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[0-9a-f]{10}$/, 'must be the id that a check shows: ten digits from 0 to f'),
        by: z.string().min(1).max(200),
        reason: z.string().min(1).max(1_000),
      }),
    )
    .max(1_000)
    .default([]),
  /** Smaller supergraphs that must go on composing. */
  contracts: z.record(z.string(), z.strictObject({ include: tags.default([]), exclude: tags.default([]) })).default({}),
})

const projectFile = settings.superRefine(({ outputs, contracts }, check) => {
  for (const name of Object.keys(outputs.contracts ?? {})) {
    if (contracts[name]) continue
    check.addIssue({ code: 'custom', path: ['outputs', 'contracts', name], message: 'must be one of "contracts"' })
  }
})

export type ProjectFile = z.output<typeof projectFile>
export type FailOn = ProjectFile['failOn']

/** @throws WrongUse  lists every fault of the file */
export function parseProjectFile(text: string, file: string): ProjectFile {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch (error) {
    throw new WrongUse(`${file} is no JSON: ${(error as Error).message}`)
  }
  const parsed = projectFile.safeParse(json)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ path: at, message }) => `  ${at.join('.') || 'it'}: ${message}`)
  throw new WrongUse(`${file} is not as it should be (docs/schema-checks.md shows one):\n${faults.join('\n')}`)
}

/** What there is to say of a project that is named by flags alone. */
export const emptyProject = (): ProjectFile => projectFile.parse({ subgraphs: {} })
