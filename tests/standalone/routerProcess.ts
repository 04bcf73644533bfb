import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const parley = fileURLToPath(new URL('../../cli/parley.ts', import.meta.url))
const LISTENS = /listens on port (\d+)/

export interface RouterProcess {
  readonly url: string
  /** What it wrote to standard error: its log. */
  log(): string
  ask(query: string, headers?: Record<string, string>): Promise<{ data?: unknown; errors?: unknown }>
  stop(): Promise<void>
}

/** `parley router …` on a free port, in an environment with nothing of Parley's set but `environment`. */
export async function startRouterProcess(
  options: readonly string[],
  environment: Record<string, string> = {},
): Promise<RouterProcess> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('PARLEY_')))
  const child = spawn(process.execPath, [parley, 'router', '--port', '0', ...options], {
    env: { ...env, PARLEY_HOST: '127.0.0.1', PARLEY_LOG_FORMAT: 'json', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-100_000)))
  const port = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const found = LISTENS.exec(said)?.[1]
      if (found) resolve(found)
    })
    child.once('exit', (code) => reject(new Error(`parley router ended with ${code}:\n${log}`)))
  })
  const url = `http://127.0.0.1:${port}`
  return {
    url,
    log: () => log,
    async ask(query, headers = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ query }),
      })
      return (await response.json()) as { data?: unknown; errors?: unknown }
    },
    async stop() {
      if (child.exitCode !== null) return
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
    },
  }
}
