import type { RealtimeLimits } from '../limits.ts'
import { seeOff } from '../seeOff.ts'
import type { Connection } from './connection.ts'
import { closings } from './closeCodes.ts'

/** Tells all clients to come back elsewhere; cuts off those that have not gone by then. */
export async function drain(
  connections: ReadonlySet<Connection>,
  limits: Pick<RealtimeLimits, 'drainMs' | 'closeTimeoutMs'>,
): Promise<void> {
  const left = () => connections.size
  await seeOff(connections, { tell: (connection) => connection.close(closings.restart), left }, limits)
  for (const connection of connections) connection.terminate()
}
