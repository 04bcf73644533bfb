/** `npm run check:realtime [-- --clients 1000 --members 50 --messages 200]`: see README.md. Exits with 1 on any fault. */
import { parseArgs } from 'node:util'
import { TestSystem } from '../harness/system.ts'
import { checkRealtime } from './checkRealtime.ts'

const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '1000' },
    members: { type: 'string', default: '50' },
    messages: { type: 'string', default: '200' },
    everyMs: { type: 'string', default: '100' },
  },
})
// Sockets live for a few tokens each: a token ends every ten seconds.
const system = await TestSystem.start({ PARLEY_ACCESS_TOKEN_TTL_MS: '10000' })
const { faults, ...facts } = await checkRealtime(system, {
  clients: Number(values.clients),
  members: Number(values.members),
  messages: Number(values.messages),
  everyMs: Number(values.everyMs),
  cutShare: 0.01,
  settleMs: 60_000,
})
await system.stop()
console.log({ ...values, ...facts, faults: faults.length })
for (const fault of faults.slice(0, 20)) console.error(fault)
process.exit(faults.length === 0 ? 0 : 1)
