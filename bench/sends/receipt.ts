import { randomUUID } from 'node:crypto'
import { Person } from '../../tests/harness/person.ts'
import type { Place } from '../../tests/harness/place.ts'
import { summarize, timesOf, type Times } from '../statistics.ts'

export interface ReceiptTimes {
  /** From the mutation's request to the event on another person's socket: one after the other, through HTTP and WebSocket. */
  receipt: Times
  /** From the mutation's request to its answer. */
  acknowledgement: Times
}

/** The receiver's subscription selects the sender's name and the title, which come from two other subgraphs. */
export async function measureReceipt(place: Place, runs: number): Promise<ReceiptTimes> {
  const [ada, bob] = [await Person.guest(place, 'Ada'), await Person.guest(place, 'Bob')]
  const group = await ada.startGroup('Receipts', [bob])
  const listener = await bob.listen(group, { after: 0 })
  await listener.until(({ events }) => events.length >= 2)
  const acknowledgements: number[] = []
  const receipt = await timesOf(runs, async () => {
    const text = randomUUID()
    const start = performance.now()
    const received = listener.next(({ message }) => message?.text === text)
    await ada.send(group, text)
    acknowledgements.push(performance.now() - start)
    await received
  })
  await listener.close()
  return { receipt, acknowledgement: summarize(acknowledgements) }
}
