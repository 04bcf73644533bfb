/** `npm run bench:catchUp [-- --clients 10000 --missed 50]`: all come back at once, with shared readings and without. */
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { round } from '../../statistics.ts'
import { Program } from '../../program.ts'
import type { CrowdCommand } from './load.ts'
import type { Crowd } from './server.ts'

const { values } = parseArgs({
  options: { clients: { type: 'string', default: '10000' }, missed: { type: 'string', default: '50' } },
})
const members = 100

async function measure(sharedReadings: number) {
  const server = new Program<object>(new URL('./server.ts', import.meta.url), [
    String(sharedReadings),
    values.missed,
    String(members),
  ])
  const load = new Program<CrowdCommand>(new URL('./load.ts', import.meta.url))
  await load.started
  const crowd = (await server.started) as Crowd
  await load.tell({ do: 'open', crowd, clients: Number(values.clients) })
  const before = await server.tell<{ cpu: number }>({})
  const { seconds, wrong, firstWrong } = await load.tell<{ seconds: number; wrong: number; firstWrong: string }>(
    { do: 'subscribe', missed: Number(values.missed) },
    240_000,
  )
  const { cpu } = await server.tell<{ cpu: number }>({})
  await Promise.all([server.end(), load.end()])
  return {
    seconds: round(seconds),
    routerCpuSeconds: round(cpu - before.cpu),
    wrongClients: wrong,
    ...(wrong ? { firstWrong } : {}),
  }
}

const results = {
  machine: `${cpus().length} × ${cpus()[0]?.model.trim()}, Node ${process.version}`,
  load: loadavg().map(round),
  clients: Number(values.clients),
  members,
  missed: Number(values.missed),
  shared: await measure(64),
  separate: await measure(0),
}
console.log(results)
writeFileSync(new URL('../../results/catchUp.json', import.meta.url), JSON.stringify(results, null, 2) + '\n')
