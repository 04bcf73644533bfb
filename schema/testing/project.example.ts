import { execFileSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import type { ExitCode } from '../command/faults.ts'
import { runSchema } from '../command/runSchema.ts'

/** The repository of the shop, made once: most tests begin with it, and git takes its time. */
let firstCommit: Record<string, Buffer> | undefined

/** A federated project of somebody's, in a folder and a git repository of its own, and the commands run in it. */
export class ExampleProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'parley-schema-'))
  readonly env: Record<string, string>

  constructor(files: Record<string, string> = shop, env: Record<string, string> = {}) {
    this.env = { PARLEY_DATA: join(this.folder, 'data'), USER: 'ada', ...env }
    this.write(files)
    if (files !== shop) this.#commitFirst()
    else if (firstCommit) this.write(firstCommit)
    else firstCommit = this.#commitFirst()
  }

  write(files: Record<string, string | Buffer>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, file)), { recursive: true })
      writeFileSync(join(this.folder, file), text)
    }
  }

  /** Writes `to` where a file has `from`. */
  edit(file: string, from: string, to: string): void {
    const text = readFileSync(join(this.folder, file), 'utf8')
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
    this.write({ [file]: text.replace(from, to) })
  }

  commit(message: string): void {
    this.git('add', '--all')
    this.git('-c', 'user.name=ada', '-c', 'user.email=ada@example.com', 'commit', '--quiet', '--message', message)
  }

  /** Makes the repository; answers with its files. */
  #commitFirst(): Record<string, Buffer> {
    this.git('init', '--quiet', '--template=', '--initial-branch', 'main')
    this.commit('first')
    const files = globSync('.git/**', { cwd: this.folder, withFileTypes: true }).filter((entry) => entry.isFile())
    const paths = files.map(({ parentPath, name }) => join(parentPath, name))
    return Object.fromEntries(paths.map((path) => [relative(this.folder, path), readFileSync(path)]))
  }

  git(...args: string[]): string {
    return execFileSync('git', args, { cwd: this.folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  }

  /** `parley schema …` in the project's folder. */
  async run(...args: string[]): Promise<{ code: ExitCode; out: string; err: string }> {
    let [out, err] = ['', '']
    const io = {
      cwd: this.folder,
      env: this.env,
      color: false,
      out: (text: string) => void (out += text),
      err: (text: string) => void (err += text),
    }
    const code = await runSchema(args, io)
    return { code, out, err }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}

const link = (...names: string[]) =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ${JSON.stringify(names)})`

/** Two subgraphs and two clients: a folder of operations, and operations in code. */
export const shop: Record<string, string> = {
  'parley.schema.json': JSON.stringify({
    subgraphs: { products: 'products.graphql', reviews: 'reviews.graphql' },
    operations: ['operations/**/*.graphql', 'app/*.ts'],
  }),
  'products.graphql': `${link('@key', '@shareable', '@override', '@authenticated', '@tag')}
type Query {
  "Products by name. At most 100."
  products(first: Int = 10, color: Color): [Product!]!
  "Null where there is none."
  product(id: ID!): Product
}
"In which a product comes."
enum Color { RED BLUE }
"What is sold."
type Product @key(fields: "id") @key(fields: "sku") {
  id: ID!
  sku: String!
  name: String!
  price: Int
  unused: Int
  size: Size
}
"In millimetres."
type Size {
  height: Int @shareable
  width: Int @shareable
}
`,
  'reviews.graphql': `${link('@key', '@shareable', '@override')}
"What is sold."
type Product @key(fields: "id") {
  id: ID!
  "At most 20, the newest first."
  reviews: [Review!]!
}
"What somebody thinks of a product."
type Review {
  stars: Int!
  text: String
}
input ReviewInput {
  product: ID!
  stars: Int!
  text: String
}
type Mutation {
  "Adds a review."
  review(input: ReviewInput!): Review
}
`,
  'operations/list.graphql': `query ProductList($first: Int) {
  products(first: $first, color: RED) {
    ...Card
    reviews {
      stars
    }
  }
}
fragment Card on Product {
  id
  name
  size {
    height
  }
}
`,
  'app/review.ts':
    "import { gql } from 'graphql-tag'\n\nexport const REVIEW = gql`\n  mutation AddReview($input: ReviewInput!) {\n    review(input: $input) {\n      stars\n    }\n  }\n`\n",
}
