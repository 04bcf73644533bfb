import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals'
import { start } from '../../docker/services/services.ts'
import { Processes } from '../harness/processes.ts'
import { checkRealtime } from '../load/checkRealtime.ts'

let processes: Processes
beforeAll(async () => {
  processes = await Processes.start({ PARLEY_ACCESS_TOKEN_TTL_MS: '10000' })
})
// Whatever became of it, the next suite finds Redis up.
afterEach(() => start('redis'))
afterAll(() => processes.end())

test('I3, I6, I7: a router, a fanout worker and Redis killed under 100 clients: no gap, no repeat, in order, nothing after a removal', async () => {
  const load = { clients: 100, members: 20, messages: 50, everyMs: 100, cutShare: 0.01 }
  const patience = { renewEveryMs: 2_000, settleMs: 60_000 }
  const victims = ['fanout', 'redis', 'router'] as const
  const kills = { processes, rounds: 1, victims }
  const result = await checkRealtime(processes.places, { ...load, ...patience, kills })
  expect(result.faults).toEqual([])
  expect(result.removals).toBe(2)
  const recovered = victims.map((victim) => expect.objectContaining({ victim, recoveryMs: expect.any(Number) }))
  expect(result.kills.toSorted((a, b) => a.victim.localeCompare(b.victim))).toEqual(recovered)
})
