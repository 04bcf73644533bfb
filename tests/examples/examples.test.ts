import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { execFile, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Person } from '../harness/person.ts'
import { TestSystem } from '../harness/system.ts'
import { until } from '../../platform/time/until.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'parley-examples-'))
let system: TestSystem
beforeAll(async () => {
  system = await TestSystem.start()
})
afterAll(async () => {
  await system.stop()
  rmSync(folder, { recursive: true })
})

/** Someone with an account, and a key that may do what the examples do. */
async function integrator(handle: string): Promise<{ ada: Person; key: string }> {
  const ada = await Person.guest(system, 'Ada')
  await ada.get('mutation ($input: RegisterInput!) { register(input: $input) { session { accessToken } } }', {
    input: { name: 'Ada', handle, password: 'correct horse' },
  })
  const scopes = ['CONVERSATIONS_READ', 'MESSAGES_READ', 'MESSAGES_WRITE']
  const { createApiKey } = await ada.get(
    'mutation ($scopes: [ApiKeyScope!]!) { createApiKey(input: { name: "Example", scopes: $scopes }) { secret } }',
    { scopes },
  )
  return { ada, key: createApiKey.secret }
}

const here = (name: string) => spawnSync(name, ['--version']).status === 0
const testWith = (program: string) => (here(program) ? test : test.skip)

let bot: ChildProcess | undefined
afterEach(async () => {
  const running = bot
  bot = undefined
  if (running?.exitCode !== null || !running.kill('SIGKILL')) return
  await once(running, 'exit')
})

async function startBot(env: Record<string, string>): Promise<void> {
  bot = spawn(process.execPath, ['--conditions=parley-source', 'examples/bot/bot.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [bot.stdout!, bot.stderr!]) stream.on('data', (text) => (output += text))
  await until(
    () => output.includes('Listening'),
    () => output,
  )
}

test('the bot answers each question, and nothing else, once', async () => {
  const { ada, key } = await integrator('example_bot')
  const id = await ada.startGroup('Clock')
  const env = { PARLEY_URL: system.url, PARLEY_API_KEY: key, CONVERSATION: id }
  const answers = async () => (await ada.history(id)).filter(({ text }) => text.startsWith('It is'))
  await startBot(env)
  for (const text of ['!time', 'thanks', '!time']) await ada.send(id, text)
  await until(async () => (await answers()).length === 2, 'the bot did not answer')
  expect((await ada.history(id)).filter(({ text }) => text.startsWith('It is'))).toHaveLength(2)
})

testWith('python3')(
  'the export in Python has every message once, and goes on where it was cut',
  async () => {
    const { ada, key } = await integrator('example_python')
    const id = await ada.startGroup('Exported')
    const say = async (from: number, to: number) => {
      for (let n = from; n <= to; n++) await ada.send(id, `number ${n}`)
    }
    const file = join(folder, 'history.ndjson')
    const env = { ...process.env, PARLEY_URL: system.url, PARLEY_API_KEY: key }
    const exportAll = () => run('python3', ['examples/python/export_history.py', id, file], { env })
    await say(1, 5)
    expect((await exportAll()).stdout).toBe('5 messages exported.\n')
    // As if it had been cut in the middle of the last line.
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20))
    await say(6, 8)
    expect((await exportAll()).stdout).toBe('4 messages exported.\n')
    const texts = readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).message.text)
    expect(texts).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `number ${n}`))
  },
  90_000,
)

testWith('curl')(
  'the shell script sends a message and reads it back',
  async () => {
    const { stdout } = await run('sh', ['examples/curl/first-message.sh'], {
      env: { ...process.env, PARLEY_URL: system.url },
    })
    expect(JSON.parse(stdout.trim().split('\n').at(-1)!)).toMatchObject({
      data: {
        conversation: {
          messages: { edges: [{ node: { seq: 1, text: 'Hello from curl', sender: { name: 'Curl' } } }] },
        },
      },
    })
  },
  60_000,
)
