/** The clients: all are connected and signed in, then all subscribe in the same moment. */
import { setTimeout as wait } from 'node:timers/promises'
import { WebSocket } from 'ws'
import type { Crowd } from './server.ts'

export type CrowdCommand = { do: 'open'; crowd: Crowd; clients: number } | { do: 'subscribe'; missed: number }

const query = `subscription ($id: ID!, $after: Int) { conversationEvents(conversationId: $id, after: $after) {
  __typename rev conversation { id title } ... on MessageSent { message { seq text sender { id name } } } } }`

const sockets: WebSocket[] = []
let firstWrong = ''
let crowd: Crowd
process.once('disconnect', () => process.exit())
process.on('message', async (command: CrowdCommand) => process.send!(await obey(command)))
process.send!('ready')

async function obey(command: CrowdCommand): Promise<object> {
  if (command.do === 'open') {
    crowd = command.crowd
    for (let n = 0; n < command.clients; n += 100) {
      await Promise.all(
        Array.from({ length: 100 }, (_, index) => signIn(crowd.tokens[(n + index) % crowd.tokens.length]!)),
      )
    }
    return { open: sockets.length }
  }
  const start = performance.now()
  const results = await Promise.all(sockets.map((socket) => catchUp(socket, command.missed)))
  await wait(100)
  return {
    seconds: (performance.now() - start) / 1000,
    wrong: results.filter((isRight) => !isRight).length,
    firstWrong,
  }
}

function signIn(token: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(crowd.url, 'graphql-transport-ws')
    sockets.push(socket)
    socket.on('error', reject)
    socket.on('open', () =>
      socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } })),
    )
    socket.once('message', () => resolve())
  })
}

/** True when exactly what was missed came, in order. */
function catchUp(socket: WebSocket, missed: number): Promise<boolean> {
  return new Promise((resolve) => {
    let expected = crowd.after + 1
    socket.on('message', (data) => {
      const text = String(data)
      if (text.startsWith('{"type":"ping"')) return
      const rev = Number(/"rev":(\d+)/.exec(text)?.[1])
      if (rev !== expected || text.includes('"errors"')) {
        firstWrong ||= text
        resolve(false)
      } else if (++expected === crowd.after + 1 + missed) resolve(true)
    })
    const variables = { id: crowd.conversationId, after: crowd.after }
    socket.send(JSON.stringify({ id: crypto.randomUUID(), type: 'subscribe', payload: { query, variables } }))
  })
}
