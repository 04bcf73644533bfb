/**
 * `npm run test:on-services`: the suites two at a time, and then, each alone, those that kill processes and restart MySQL,
 * Redis and Kafka under everyone who uses them. With arguments, Jest runs once, with these.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const jest = fileURLToPath(import.meta.resolve('jest/bin/jest'))
const together = ['--maxWorkers=2']
const alone = ['--maxWorkers=1', 'tests/faults']
const named = process.argv.slice(2)

const codes: number[] = []
for (const args of named.length > 0 ? [['--maxWorkers=1', ...named]] : [together, alone]) codes.push(await run(args))
process.exitCode = Math.max(...codes)

async function run(args: string[]): Promise<number> {
  const node = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning']
  const [code] = (await once(spawn(process.execPath, [...node, jest, ...args], { stdio: 'inherit' }), 'exit')) as [
    number | null,
  ]
  return code ?? 1
}
