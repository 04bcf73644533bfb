import { afterEach, beforeEach } from '@jest/globals'
import { TickServer } from './tickServer.ts'
import { leaveAll } from './ticking.ts'
import { until } from './until.ts'

/** Serves ticks to each test of a file; with the test ends what it has opened. */
export function serveTicks() {
  let server: TickServer
  beforeEach(async () => {
    server = await TickServer.start()
  })
  afterEach(async () => {
    leaveAll()
    await server.stop()
  })
  return {
    get server() {
      return server
    },
    subscribedTimes: (times: number) => until(() => server.subscribed.length >= times),
  }
}
