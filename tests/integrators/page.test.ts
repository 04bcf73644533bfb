import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { TestSystem } from '../harness/system.ts'
import { Receiver } from './receiver.ts'

const page = readFileSync(new URL('../../docs/integrators.md', import.meta.url), 'utf8')
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(([, code]) => code!)
const has = (...programs: string[]) => programs.every((name) => spawnSync('which', [name]).status === 0)

let system: TestSystem
let receiver: Receiver
let folder: string
beforeAll(async () => {
  system = await TestSystem.start({ PARLEY_WEBHOOK_ENDPOINTS: 'any' })
  receiver = await new Receiver().listen()
  folder = mkdtempSync(join(tmpdir(), 'parley-page-'))
})
afterAll(async () => {
  await receiver.close()
  await system.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What a program writes; rejects when it fails. */
function output(command: string, args: string[], env: Record<string, string> = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: folder, env: { ...process.env, ...env } })
    let [text, errors] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk))
    child.on('close', (code) => (code === 0 ? resolve(text) : reject(new Error(`${command}: ${code} ${errors}`))))
  })
}

const withShell = has('bash', 'curl', 'jq') ? describe : describe.skip
withShell('the page for integrators', () => {
  test('does what it says when its blocks are run one after the other, and its receivers know what is ours', async () => {
    const written = blocks('sh').join('\n').replaceAll('https://example.com/parley', receiver.url)
    // The webhook stays until it has delivered.
    const script = written.replace(/^ask 'mutation \(\$input: DeleteWebhookInput!\).*$/m, '')
    expect(script).not.toBe(written)
    writeFileSync(join(folder, 'page.sh'), `set -e -o pipefail\n${script}\n`)
    const text = await output('bash', ['page.sh'], { PARLEY: system.url })
    expect(text).not.toContain('"errors"')
    expect(text.match(/"reason":"complete"/g)!.length).toBeGreaterThanOrEqual(2)
    expect(text).toContain('3 message 3\n4 and one more\n')
    expect(text).toContain('build 42 is green')
    expect(text).toContain('"state":"PAUSED"')
    const secret = /"secret":\s*"(whsec_[^"]+)"/.exec(text)![1]!
    await receiver.until(({ taken }) => taken.length > 0)
    const { headers, text: body } = receiver.taken[0]!
    const signature = String(headers['parley-signature'])

    writeFileSync(join(folder, 'check.mjs'), blocks('js').join('\n'))
    const verdict = `import { isFromParley } from './check.mjs'
      const [header, body, secret] = process.argv.slice(1)
      console.log(isFromParley(header, body, secret), isFromParley(header, body + ' ', secret), isFromParley(header, body, secret, 0))
      console.log([undefined, '', 'x', 't=²,v1=é'].some((header) => isFromParley(header, body, secret)))`
    const node = ['--input-type=module', '-e', verdict, signature, body, secret]
    expect(await output(process.execPath, node)).toBe('true false false\nfalse\n')

    if (!has('python3')) return
    writeFileSync(join(folder, 'check.py'), blocks('python').join('\n'))
    const python = `import sys; from check import is_from_parley as ok
header, body, secret = sys.argv[1:]
print(ok(header, body.encode(), secret), ok(header, body.encode() + b" ", secret), ok("t=1,v1=00", b"", secret))
print(any(ok(header, b"", secret) for header in [None, "", "x", "t=²,v1=é"]))`
    expect(await output('python3', ['-c', python, signature, body, secret])).toBe('True False False\nFalse\n')
  })
})
