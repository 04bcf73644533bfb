import { expect, test } from '@jest/globals'
import { TestSystem } from '../harness/system.ts'
import { checkRealtime } from './checkRealtime.ts'

test('I3, I6: sockets cut, tokens over, members removed: no gap, no repeat, in order, nothing after a removal', async () => {
  const system = await TestSystem.start({ PARLEY_ACCESS_TOKEN_TTL_MS: '4000' })
  try {
    const pace = { messages: 80, everyMs: 80, cutShare: 0.03, renewEveryMs: 1_000, settleMs: 30_000 }
    const { faults, cuts, deliveries, closes } = await checkRealtime([system], { clients: 80, members: 10, ...pace })
    expect(faults).toEqual([])
    expect(cuts).toBeGreaterThan(0)
    expect(deliveries).toBeGreaterThan(72 * 80)
    // Tokens did end on running sockets.
    expect(closes[4403]).toBeGreaterThan(0)
  } finally {
    await system.stop()
  }
})
