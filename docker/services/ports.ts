import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { Server } from 'node:net'
import type { Ports } from './state.ts'

/**
 * Below the range from which the system takes ports for outgoing connections: a client that retries against a port of
 * that range while its server is down can be given that very port, connect to itself, and keep the server from coming
 * back.
 */
function range(): { from: number; to: number } {
  const from = 10_000
  try {
    const low = Number(readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8').trim().split(/\s+/)[0])
    return { from, to: low > from + 1000 ? low - 1 : 65_535 }
  } catch {
    return { from, to: 32_767 }
  }
}

const listen = (port: number): Promise<Server | undefined> =>
  new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(undefined))
    server.listen(port, '127.0.0.1', () => resolve(server))
  })

export async function freePorts(): Promise<Ports> {
  const [mysql, redis, kafka, kafkaController] = (await takePorts(4)) as [number, number, number, number]
  return { mysql, redis, kafka, kafkaController }
}

/** So many free ports. Holds each until all are found, so that no two are the same. */
export async function takePorts(count: number): Promise<number[]> {
  const { from, to } = range()
  const held: Server[] = []
  const take = async (): Promise<number> => {
    for (let tries = 0; tries < 200; tries++) {
      const port = from + Math.floor(Math.random() * (to - from))
      const server = await listen(port)
      if (!server) continue
      held.push(server)
      return port
    }
    throw new Error(`no free port found between ${from} and ${to} on 127.0.0.1`)
  }
  try {
    const ports: number[] = []
    while (ports.length < count) ports.push(await take())
    return ports
  } finally {
    await Promise.all(held.map((server) => new Promise((resolve) => server.close(resolve))))
  }
}
