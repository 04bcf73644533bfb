import { relative } from 'node:path'
import { asLines, down, environment, status, up } from './services.ts'
import { defaultFolder } from './state.ts'

const usage = `npm run services up       bring up MySQL, Redis and Kafka, and print the environment to use them
npm run services status   what runs, where, and whether it answers
npm run services down     end them, and delete their data`

const here = () => relative(process.cwd(), defaultFolder()) || '.'

/** A command's exit code. */
const commands: Record<string, () => Promise<number>> = {
  async up() {
    const before = await status()
    if (before?.every(({ healthy }) => healthy)) console.log('Already up and healthy.')
    const began = performance.now()
    const stop = new AbortController()
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort(new Interrupted(name)))
    const state = await up({ signal: stop.signal })
    console.log(
      `MySQL, Redis and Kafka answer (${state.runner}, ${((performance.now() - began) / 1000).toFixed(1)} s).`,
    )
    console.log(`The same lines are in ${here()}/env:\n\n${asLines(environment(state))}`)
    return 0
  },

  async status() {
    const services = await status()
    if (!services) {
      console.log('Nothing is up. To bring the services up: npm run services up')
      return 1
    }
    for (const { name, address, where, healthy, fault } of services) {
      console.log(`${name.padEnd(6)} ${address.padEnd(16)} ${healthy ? 'healthy' : `NOT HEALTHY: ${fault}`} (${where})`)
    }
    return services.every(({ healthy }) => healthy) ? 0 : 1
  },

  async down() {
    console.log((await down()) ? `Ended, and their data is deleted. Downloads are kept.` : 'Nothing was up.')
    return 0
  },
}

class Interrupted extends Error {
  constructor(signal: string) {
    super(`interrupted by ${signal}: what was started is ended again`)
  }
}

const command = commands[process.argv[2] ?? '']
if (!command) console.error(usage)
process.exitCode = command
  ? await command().catch((error: Error) => {
      console.error(error.message)
      return error instanceof Interrupted ? 130 : 1
    })
  : 2
