import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** The first is what others are told as ratios to. */
export const peerNames = ['apollo', 'hive-gateway', 'hive-router', 'proxy', 'parley'] as const
export type PeerName = (typeof peerNames)[number]

/** A router under measurement, in a process of its own. */
export interface Peer {
  readonly name: PeerName | 'parley all'
  readonly pid: number
  readonly url: string
  end(): Promise<void>
}

export interface PeerOptions {
  /** A supergraph with the addresses of its subgraphs. */
  sdl: string
  /** What the bare proxy forwards to. */
  subgraph: string
  /** May equal operations in flight share an execution? */
  dedupe: boolean
  /** For processes of Node. */
  execArgv: readonly string[]
}

/** The binary of hive-router, where its user has one. */
export const hiveRouter = process.env['HIVE_ROUTER']

const root = fileURLToPath(new URL('../..', import.meta.url))
const peersFolder = join(root, 'bench/peers')
const START_MS = 60_000

/** Installs the peers from the registry where they are not there yet. */
export function installPeers(): void {
  if (existsSync(join(peersFolder, 'node_modules/@graphql-hive/gateway'))) return
  console.log('Installing the peers of the benchmark (once, about 660 MB) …')
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: peersFolder,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('The peers could not be installed.')
}

export async function startPeer(name: Peer['name'], options: PeerOptions): Promise<Peer> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const port = await freePort()
  const [command, args, env] = commandOf(name, options, folder, port)
  const child = spawn(command, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', options.execArgv.includes('--trace-gc') ? 'inherit' : 'ignore', 'inherit'],
  })
  const kill = () => void child.kill('SIGKILL')
  process.once('exit', kill)
  const url = `http://127.0.0.1:${port}/graphql`
  await untilAnswering(url, child, name)
  return {
    name,
    pid: child.pid!,
    url,
    async end() {
      process.off('exit', kill)
      const exit = once(child, 'exit')
      // A profile is written by a process that ends by itself.
      child.kill('SIGTERM')
      setTimeout(kill, 5_000).unref()
      await exit
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** One viewer sends all of it, from one address. */
const unlimited = Object.fromEntries(
  ['QUERIES', 'MUTATIONS', 'PRICE', 'ADDRESS'].map((what) => [`PARLEY_RATE_${what}`, '0']),
)

type Command = [command: string, args: string[], env: Record<string, string>]

function commandOf(
  name: Peer['name'],
  { sdl, subgraph, dedupe, execArgv }: PeerOptions,
  folder: string,
  port: number,
): Command {
  const file = join(folder, 'supergraph.graphql')
  writeFileSync(file, sdl)
  const node = (program: string, args: string[], env: Record<string, string> = {}): Command => [
    process.execPath,
    [...execArgv, '--disable-warning=ExperimentalWarning', program, ...args],
    { NODE_ENV: 'production', ...env },
  ]
  const quiet = { PARLEY_LOG_LEVEL: 'error', PARLEY_HOST: '127.0.0.1', PORT: String(port), ...unlimited }
  switch (name) {
    case 'parley':
      return node(join(root, 'cli/parley.ts'), ['router', '--supergraph', file], {
        ...quiet,
        ...(dedupe ? { PARLEY_SHARE_EXECUTIONS: 'on' } : {}),
      })
    case 'parley all':
      return node(join(root, 'cli/parley.ts'), ['all'], { ...quiet, PARLEY_DATA: join(folder, 'data') })
    case 'apollo':
      return node(join(peersFolder, 'apolloGateway.mjs'), [file, String(port)])
    case 'hive-gateway': {
      const config = join(peersFolder, 'hiveGateway.config.mjs')
      const bin = join(peersFolder, 'node_modules/@graphql-hive/gateway/dist/bin.js')
      const args = ['supergraph', file, '--port', String(port), '--host', '127.0.0.1', '--config-path', config]
      return node(bin, args, { HIVE_DEDUPE: dedupe ? '1' : '0' })
    }
    case 'hive-router':
      writeFileSync(join(folder, 'config.yaml'), hiveConfig(port, dedupe))
      return [hiveRouter!, [], { ROUTER_CONFIG_FILE_PATH: join(folder, 'config.yaml') }]
    case 'proxy':
      return node(join(root, 'bench/router/proxy.ts'), [subgraph, String(port)])
  }
}

const hiveConfig = (port: number, dedupe: boolean) => `supergraph: {source: file, path: supergraph.graphql}
log: {level: error}
http: {host: 127.0.0.1, port: ${port}}
traffic_shaping: {all: {dedupe_enabled: ${dedupe}}}
headers: {all: {request: [{propagate: {named: authorization}}]}}
`

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

async function untilAnswering(url: string, child: ChildProcess, name: string): Promise<void> {
  const end = performance.now() + START_MS
  const body = JSON.stringify({ query: '{ __typename }' })
  const headers = { 'content-type': 'application/json' }
  while (performance.now() < end) {
    if (child.exitCode !== null) throw new Error(`${name} ended.`)
    const response = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined)
    if (response) return
    await wait(100)
  }
  throw new Error(`${name} does not answer.`)
}
