import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readConfig, roles, type Config, type Role } from '../platform/config/index.ts'
import { ConfigurationError, knownError } from '../platform/errors.ts'
import { startHealthServer } from '../platform/telemetry/index.ts'
import { ensureBuilt } from '../web/build.ts'
import { explain } from './explain.ts'
import { layFoundation, type Foundation } from './foundation.ts'
import { holdDataFolder } from './holdDataFolder.ts'
import { startAll } from './roles/all.ts'
import { migrateAll } from './roles/migrate.ts'
import { serveRemoteRouter } from './roles/router.ts'
import { serveSubgraph, type SubgraphName } from './roles/subgraph.ts'
import { startWorker, type WorkerName } from './roles/worker.ts'
import { runUntilSignal } from './untilSignal.ts'
import { usage } from './usage.ts'

const print = (line: string): void => void process.stdout.write(`${line}\n`)

async function run(role: Role, overrides: Record<string, string>): Promise<void> {
  const config = readConfig(process.env, overrides, role)
  // Before what takes long: a folder that cannot be used is said at once.
  const release =
    role === 'all' && !onMysql(config) ? await holdDataFolder(config.dataFolder, config.drainMs) : () => {}
  if (role === 'all') await buildWebClient()
  const foundation = layFoundation(config)
  foundation.onClose(async () => release())
  try {
    if (role === 'migrate') {
      for (const line of await migrateAll(foundation)) print(line)
      return await foundation.close()
    }
    runUntilSignal(foundation, config.drainMs)
    print(await start(role, foundation))
  } catch (error) {
    await foundation.close()
    throw error
  }
}

async function buildWebClient(): Promise<void> {
  try {
    await ensureBuilt(() => print('Building the web client (once) …'))
  } catch (cause) {
    const { code, path } = cause as NodeJS.ErrnoException
    if (path === undefined || !['EACCES', 'EPERM', 'EROFS'].includes(code ?? '')) throw cause
    const advice = 'Build it once as the owner of that folder: npm run build:web'
    throw new ConfigurationError(`The web client cannot be built: ${path} may not be written. ${advice}`, { cause })
  }
}

/** Resolves with the line that says where it listens. */
async function start(role: Role, foundation: Foundation): Promise<string> {
  if (role === 'all') return welcome((await startAll(foundation.config, foundation)).port, foundation)
  const [kind, name] = role.split(' ')
  if (kind === 'router') return `The router listens on port ${await serveRemoteRouter(foundation)}.`
  if (kind === 'subgraph') {
    const port = await serveSubgraph(foundation, name as SubgraphName)
    return `The subgraph ${name} listens on port ${port}.`
  }
  const checks = await startWorker(foundation, name as WorkerName)
  const { config, logger, metrics } = foundation
  const health = await startHealthServer({ port: config.port, host: config.host, checks, metrics, logger })
  foundation.onClose(() => health.close())
  return `The worker ${name} runs; its health is on port ${health.port}.`
}

function welcome(port: number, { config }: Foundation): string {
  const url = config.publicUrl?.replace(/\/$/, '') ?? `http://localhost:${port}`
  const kept = onMysql(config) ? 'MySQL' : config.dataFolder
  return `
  Parley is ready.

    Chat       ${url}/
    GraphiQL   ${url}/graphql
    Data       ${kept}

  Open the chat in two browsers to talk. Stop with Ctrl+C: everything is kept.
`
}

const onMysql = ({ databases }: Config): boolean => databases.conversations.startsWith('mysql:')

function version(): string {
  const file = new URL('../package.json', import.meta.url)
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      port: { type: 'string' },
      data: { type: 'string' },
      supergraph: { type: 'string' },
      subgraph: { type: 'string', multiple: true },
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'v' },
    },
  })
  const command = positionals.join(' ') || 'all'
  if (values.help || command === 'help') return print(usage())
  if (values.version) return print(version())
  const role = roles.find((known) => known === command)
  if (!role) {
    process.stderr.write(
      `There is no command "${command}". There are: ${roles.join(', ')}, schema.\nSee: npm run parley -- --help\n`,
    )
    process.exitCode = 2
    return
  }
  await run(role, {
    ...(values.port === undefined ? {} : { PORT: values.port }),
    ...(values.data === undefined ? {} : { PARLEY_DATA: values.data }),
    ...(values.supergraph === undefined ? {} : { PARLEY_SUPERGRAPH: values.supergraph }),
    ...(values.subgraph === undefined ? {} : { PARLEY_SUBGRAPH_URLS: values.subgraph.join(',') }),
  })
}

await main().catch((error: unknown) => {
  process.stderr.write(`${explain(error)}\n`)
  const { code } = knownError(error) ?? (error as { code?: string })
  process.exit(code === 'CONFIGURATION' || code?.startsWith('ERR_PARSE_ARGS') ? 2 : 1)
})
