import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { composeServices } from '@apollo/composition'
import { parse, printSchema } from 'graphql'
import { contract } from './contract.ts'
import { trustedDocuments } from './trustedDocuments.ts'

const root = new URL('../', import.meta.url)

/** Placeholders: a running router takes each subgraph's address from its configuration, never from this file. */
const urls: Record<string, string> = {
  users: 'http://users:4001/graphql',
  conversations: 'http://conversations:4002/graphql',
  messages: 'http://messages:4003/graphql',
}

/** The subgraphs there are, in the order of their names: a folder with a `schema.graphql` is one. */
function subgraphs() {
  const folder = new URL('subgraphs/', root)
  return readdirSync(folder)
    .sort()
    .map((name) => ({ name, file: new URL(`${name}/schema.graphql`, folder) }))
    .filter(({ file }) => existsSync(file))
    .map(({ name, file }) => ({
      name,
      url: urls[name] ?? `http://${name}:4000/graphql`,
      typeDefs: parse(readFileSync(file, 'utf8')),
    }))
}

/**
 * Composes every `subgraphs/NAME/schema.graphql` into one: the supergraph that the router reads, and the API that its
 * clients see. The keys are the files that hold them.
 * @throws Error  whose message lists each composition error with its code and the subgraphs it comes from
 */
export function compose(services = subgraphs()): Record<string, string> {
  const result = composeServices(services)
  if (result.errors) {
    const lines = result.errors.map((error) => `  ${String(error.extensions['code'])}: ${error.message}`)
    throw new Error(`The subgraphs do not compose:\n${lines.join('\n')}`)
  }
  return {
    'schema/supergraph.graphql': `${result.supergraphSdl.trimEnd()}\n`,
    'schema/api.graphql': `${printSchema(result.schema.toAPISchema().toGraphQLJSSchema())}\n`,
    'schema/trusted-documents.json': trustedDocuments(new URL('schema/operations/', root)),
  }
}

/** The committed files that differ from what the subgraphs compose to now. */
export function staleFiles(composed = compose()): string[] {
  const current = (file: string) => (existsSync(new URL(file, root)) ? readFileSync(new URL(file, root), 'utf8') : '')
  return Object.entries(composed)
    .filter(([file, text]) => current(file) !== text)
    .map(([file]) => file)
}

/** `npm run schema -- contract --include a,b --exclude c`: the supergraph of that contract, on standard output. */
function printContract(args: string[]): void {
  const options = { include: { type: 'string', multiple: true }, exclude: { type: 'string', multiple: true } } as const
  const { include = [], exclude = [] } = parseArgs({ args, options }).values
  const tags = (lists: string[]) => lists.flatMap((list) => list.split(','))
  const full = compose()['schema/supergraph.graphql']!
  process.stdout.write(contract(full, { include: tags(include), exclude: tags(exclude) }))
}

function main([command, ...args]: string[]): void {
  if (command === 'contract') return printContract(args)
  const check = command === '--check'
  if (!check) {
    for (const [file, text] of Object.entries(compose())) writeFileSync(new URL(file, root), text)
    console.log('schema/supergraph.graphql, schema/api.graphql and schema/trusted-documents.json are written.')
    return
  }
  const stale = staleFiles()
  if (stale.length) throw new Error(`Stale: ${stale.join(', ')}. Run \`npm run schema\` and commit the result.`)
  console.log('schema/supergraph.graphql and schema/api.graphql are current.')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    main(process.argv.slice(2))
  } catch (error) {
    console.error((error as Error).message)
    process.exitCode = 1
  }
}
