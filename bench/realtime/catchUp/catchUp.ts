/** Many clients subscribe in the same moment, each behind by the same events, and check what they get. */
import { Program } from '../../program.ts'
import { round } from '../../statistics.ts'
import type { CrowdCommand } from './load.ts'
import type { Crowd } from './server.ts'

export interface CatchUp {
  clients: number
  members: number
  missed: number
  /** As the router does it: those who stand at the same place share a reading of the log. */
  shared: CatchUpCost
  /** A reading for each client. */
  separate: CatchUpCost
}

export interface CatchUpCost {
  /** Until the last one has everything. */
  seconds: number
  routerCpuSeconds: number
  wrongClients: number
  /** The first message that was not what was due. */
  firstWrong?: string
}

const MEMBERS = 100

export async function catchUp(clients: number, missed: number): Promise<CatchUp> {
  const costOf = (sharedReadings: number) => measure(sharedReadings, clients, missed)
  return { clients, members: MEMBERS, missed, shared: await costOf(64), separate: await costOf(0) }
}

async function measure(sharedReadings: number, clients: number, missed: number): Promise<CatchUpCost> {
  const server = new Program<object>(new URL('./server.ts', import.meta.url), [
    String(sharedReadings),
    String(missed),
    String(MEMBERS),
  ])
  const load = new Program<CrowdCommand>(new URL('./load.ts', import.meta.url))
  await load.started
  const crowd = (await server.started) as Crowd
  await load.tell({ do: 'open', crowd, clients })
  const before = await server.tell<{ cpu: number }>({})
  const { seconds, wrong, firstWrong } = await load.tell<{ seconds: number; wrong: number; firstWrong: string }>(
    { do: 'subscribe', missed },
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
