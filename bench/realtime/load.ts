/** Many clients of one peer in a process of their own. They count what they get, and check that it is an event. */
import { setTimeout as wait } from 'node:timers/promises'
import type { WebSocket } from 'ws'
import { summarize, type Times } from '../statistics.ts'
import { connect } from './client.ts'
import type { PeerAddress, Shape } from './peer.ts'

export type LoadCommand =
  { do: 'open'; address: PeerAddress; shape: Shape; sockets: number; from?: string } | { do: 'expect'; count: number }
/** `bytes`: of one delivery, as the client sees it. `lag`: from the time that events carry to their deliveries. */
export type LoadReport = { open: number } | { received: number; bytes: number; lag: Times }

const open: WebSocket[] = []
let received = 0
let bytes = 0
let lags: number[] = []
let opening = 0
process.once('disconnect', () => process.exit())
process.on('message', async (command: LoadCommand) => process.send!(await obey(command)))
process.send!({ open: 0 })

async function obey(command: LoadCommand): Promise<LoadReport> {
  if (command.do === 'open') {
    for (let socket = 0; socket < command.sockets; socket++) {
      while (opening >= 50) await wait(1)
      opening++
      const client = {
        address: command.address,
        topic: socket % command.shape.topics,
        operation: socket % command.shape.operations,
        from: command.from,
      }
      void connect(client, count).then((connected) => {
        open.push(connected)
        opening--
      })
    }
    while (opening > 0) await wait(5)
    return { open: open.length }
  }
  while (received < command.count) await wait(1)
  await wait(20)
  const report = { received, bytes, lag: summarize(lags) }
  received = 0
  lags = []
  return report
}

/** When it was published. */
const AT = /"at":"([^"]+)"/

function count(event: string): void {
  if (event.includes('"errors"')) throw new Error(`An event with errors: ${event}`)
  received++
  const at = AT.exec(event)?.[1]
  if (at) lags.push(Date.now() - Date.parse(at))
  bytes = event.length
}
