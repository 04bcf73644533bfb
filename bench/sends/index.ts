/** `npm run bench [-- --embedded]`: sends per second and time from send to receipt, beside the bare parts. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { down, environment, up } from '../../docker/services/services.ts'
import { TestSystem } from '../../tests/harness/system.ts'
import { createPublisher } from '../../platform/timeline/index.ts'
import { measureBareParts } from './bareParts.ts'
import { measureReceipt } from './receipt.ts'
import { measureRates } from './senders.ts'
import { repositoryRoot } from '../../docker/services/state.ts'
import { report } from './report.ts'
import type { SendResults } from './results.ts'

async function measure(runs: number): Promise<SendResults> {
  const system = await TestSystem.start()
  try {
    const { foundation, verifier } = system.parts
    const database = await foundation.database('conversations')
    const { logger } = foundation
    const publisher = createPublisher({ database, log: await foundation.log(), logger })
    const times = await measureReceipt(system, runs)
    const bare = await measureBareParts(foundation, runs)
    const files = { objects: await foundation.objects(), ...foundation.config.attachments }
    const rates = await measureRates({ place: system, database, verifier, publisher, logger, files }, runs * 16)
    await publisher.close()
    return { bare, times, rates }
  } finally {
    await system.stop()
  }
}

const { values } = parseArgs({ options: { embedded: { type: 'boolean' }, runs: { type: 'string' } } })
const runs = Number(values.runs ?? 500)
const results: Record<string, SendResults> = { embedded: await measure(runs) }
if (!values.embedded) {
  const folder = join(repositoryRoot, '.services-bench')
  const state = await up({ folder })
  try {
    Object.assign(process.env, environment(state), { PARLEY_TEST_SERVICES: '1' })
    results['services'] = await measure(runs)
  } finally {
    await down(folder)
  }
}
const machine = `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`
const out = new URL('../results/sends.json', import.meta.url)
writeFileSync(out, JSON.stringify({ machine, runs, results }, null, 2) + '\n')
console.log(report(machine, results))
