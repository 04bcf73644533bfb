/** A router whose clients will come back: `server.ts SHARED MISSED MEMBERS`. `SHARED`: limits.sharedReadings. */
import { Person } from '../../../tests/harness/person.ts'
import { startParley } from '../peers/parley.ts'

/** What the clients must know; sent once all is there. */
export interface Crowd {
  url: string
  tokens: string[]
  conversationId: string
  /** The position that all of them saw last. */
  after: number
}

const [, , shared, missed, members] = process.argv.map(Number)
const { place } = await startParley({ sharedReadings: shared! })
const owner = await Person.guest(place, 'Owner')
const people: Person[] = []
for (let n = 0; n < members!; n++) people.push(await Person.guest(place, `Member ${n}`))
const conversationId = await owner.startGroup('Crowd', people)
const { conversation } = await owner.get('query ($id: ID!) { conversation(id: $id) { rev } }', { id: conversationId })
for (let n = 0; n < missed!; n++) await owner.send(conversationId, `missed ${n}`.padEnd(200, 'x'))

process.once('disconnect', () => process.exit())
process.on('message', () => {
  const { user, system } = process.cpuUsage()
  process.send!({ cpu: (user + system) / 1e6 })
})
process.send!({
  url: place.url.replace('http', 'ws') + '/graphql',
  tokens: people.map(({ accessToken }) => accessToken),
  conversationId,
  after: conversation.rev,
} satisfies Crowd)
