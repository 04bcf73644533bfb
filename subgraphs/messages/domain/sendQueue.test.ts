import { afterEach, describe, expect, test } from '@jest/globals'
import pino from 'pino'
import { Forbidden, Overloaded, Unavailable } from '../../../platform/errors.ts'
import type { Draft } from './draft.ts'
import { SendQueue, type SendQueueOptions } from './sendQueue.ts'
import { settleDrafts } from './settleDrafts.ts'
import type { Written } from './writeDrafts.ts'

/** Transactions that end when the test says so. What is written is numbered as the real ones number it. */
class Transactions {
  readonly batches: Draft[][] = []
  readonly #pending: { drafts: Draft[]; resolve: (written: Written) => void; reject: (error: Error) => void }[] = []
  readonly #lastSeq = new Map<string, number>()

  write = (drafts: readonly Draft[]): Promise<Written> => {
    this.batches.push([...drafts])
    return new Promise((resolve, reject) => this.#pending.push({ drafts: [...drafts], resolve, reject }))
  }

  get running(): number {
    return this.#pending.length
  }

  async commit(): Promise<void> {
    const { drafts, resolve } = this.#pending.shift()!
    const heads = new Map(
      drafts.map(({ conversationId }) => [
        conversationId,
        { lastSeq: this.#lastSeq.get(conversationId) ?? 0, lastActivityAt: 0, rev: 0 },
      ]),
    )
    const ground = {
      heads,
      standingOf: () => ({ role: 'MEMBER', kind: 'GROUP', blocked: false }) as const,
      earlier: new Map(),
      targets: { messages: new Map(), lastPos: new Map() },
      files: { rows: new Map(), taken: new Set<string>() },
    }
    const { outcomes, added } = settleDrafts(drafts, ground, 0)
    for (const [id, news] of added) this.#lastSeq.set(id, heads.get(id)!.lastSeq + news.length)
    resolve({ outcomes, events: [] })
    await turn()
  }

  async fail(error: Error): Promise<void> {
    this.#pending.shift()!.reject(error)
    await turn()
  }

  async commitAll(): Promise<void> {
    while (this.running > 0) await this.commit()
  }
}

const turn = () => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

let named = 0
const draftTo = (conversationId: string): Draft => ({
  conversationId,
  senderId: 'ada',
  clientMessageId: `${(named += 1)}`,
  text: `${named}`,
  contentHash: `${named}`,
})
const conversationsOf = (batch: Draft[] | undefined) => batch?.map(({ conversationId }) => conversationId)

function openQueue(options: Partial<SendQueueOptions> = {}) {
  const transactions = new Transactions()
  const queue = new SendQueue({
    write: transactions.write,
    publish: () => {},
    logger: pino({ level: 'silent' }),
    lanes: 1,
    batchSize: 256,
    waiting: { total: 100, perConversation: 50 },
    ...options,
  })
  open.push(async () => {
    const closed = queue.close()
    await turn()
    await transactions.commitAll()
    await closed
  })
  const enqueue = (conversationId: string) => queue.enqueue(draftTo(conversationId))
  const enqueueMany = (conversationId: string, count: number) =>
    Array.from({ length: count }, () => enqueue(conversationId).catch((error: Error) => error))
  return { queue, transactions, enqueue, enqueueMany }
}

const open: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of open.splice(0)) await close()
})

describe('drafts that wait', () => {
  test('share the next transaction, and are numbered in the order of their arrival', async () => {
    const { transactions, enqueueMany } = openQueue()
    const first = enqueueMany('a', 1)
    await turn()
    const rest = enqueueMany('a', 20)
    await transactions.commit()
    expect(transactions.batches.map((batch) => batch.length)).toEqual([1, 20])
    await transactions.commit()
    const seqs = (await Promise.all([...first, ...rest])).map((message) => (message as { seq: number }).seq)
    expect(seqs).toEqual(Array.from({ length: 21 }, (_, n) => n + 1))
  })

  test('of an idle queue are written at once', async () => {
    const { transactions, enqueueMany } = openQueue()
    enqueueMany('a', 1)
    await turn()
    expect(transactions.running).toBe(1)
  })

  test('of one conversation are never in two transactions at once; those of others need not wait for it', async () => {
    const { transactions, enqueueMany } = openQueue({ lanes: 2 })
    enqueueMany('a', 1)
    await turn()
    enqueueMany('a', 3)
    enqueueMany('b', 2)
    await turn()
    expect(transactions.batches.map(conversationsOf)).toEqual([['a'], ['b', 'b']])
    await transactions.commit()
    expect(conversationsOf(transactions.batches[2])).toEqual(['a', 'a', 'a'])
  })

  test('of a busy conversation leave the others their share of a transaction', async () => {
    const { transactions, enqueueMany } = openQueue({ batchSize: 6 })
    enqueueMany('busy', 40)
    enqueueMany('b', 1)
    enqueueMany('c', 5)
    await turn()
    expect(conversationsOf(transactions.batches[0])!.sort()).toEqual(['b', 'busy', 'busy', 'busy', 'c', 'c'])
  })

  test('of more conversations than fit into a transaction get their turn one after the other', async () => {
    const { transactions, enqueueMany } = openQueue({ batchSize: 2 })
    for (const conversation of ['a', 'b', 'c', 'd']) enqueueMany(conversation, 2)
    await turn()
    await transactions.commit()
    expect(transactions.batches.map(conversationsOf)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ])
  })
})

describe('a full queue', () => {
  test('turns further drafts away with a time to wait, and takes them again when there is room', async () => {
    const { transactions, enqueue, enqueueMany } = openQueue({ waiting: { total: 10, perConversation: 8 } })
    const kept = [...enqueueMany('a', 5), ...enqueueMany('b', 5)]
    const refused = await enqueue('c').catch((error: Overloaded) => error)
    expect(refused).toBeInstanceOf(Overloaded)
    expect((refused as Overloaded).retryAfterMs).toBeGreaterThan(0)
    await turn()
    const next = enqueue('c')
    await transactions.commitAll()
    expect(await next).toMatchObject({ seq: 1 })
    expect((await Promise.all(kept)).every((outcome) => 'seq' in outcome)).toBe(true)
  })

  test('for one conversation still takes drafts for another', async () => {
    const { transactions, enqueue, enqueueMany } = openQueue({ waiting: { total: 10, perConversation: 3 } })
    enqueueMany('a', 3)
    await expect(enqueue('a')).rejects.toBeInstanceOf(Overloaded)
    const other = enqueue('b')
    await turn()
    await transactions.commitAll()
    expect(await other).toMatchObject({ seq: 1 })
  })
})

describe('a transaction that fails', () => {
  test('is tried again conversation by conversation: one that is poisoned fails alone', async () => {
    const { transactions, enqueueMany } = openQueue()
    const sends = [...enqueueMany('a', 2), ...enqueueMany('poisoned', 2), ...enqueueMany('c', 1)]
    await turn()
    await transactions.fail(new Error('duplicate entry'))
    expect(transactions.batches.slice(1).map(conversationsOf)).toEqual([['a', 'a'], ['poisoned', 'poisoned'], ['c']])
    await transactions.commit()
    await transactions.fail(new Error('duplicate entry in /some/path'))
    await transactions.commit()
    const outcomes = await Promise.all(sends)
    expect(outcomes.map((outcome) => (outcome instanceof Unavailable ? 'unavailable' : 'sent'))).toEqual([
      'sent',
      'sent',
      'unavailable',
      'unavailable',
      'sent',
    ])
    expect((outcomes[2] as Error).message).not.toContain('path')
  })

  test('leaves the queue at work', async () => {
    const { transactions, enqueue } = openQueue()
    const failed = enqueue('a').catch((error: Error) => error)
    await turn()
    await transactions.fail(new Unavailable('The database cannot be reached.'))
    expect(await failed).toBeInstanceOf(Unavailable)
    const next = enqueue('a')
    await turn()
    await transactions.commit()
    expect(await next).toMatchObject({ seq: 1 })
  })
})

describe('one draft’s refusal', () => {
  test('fails no other of its transaction', async () => {
    const outcomes = [{ refusal: new Forbidden('no') }, { message: { seq: 1 } }]
    const { enqueueMany } = openQueue({ write: async () => ({ outcomes, events: [] }) as unknown as Written })
    const [first, second] = await Promise.all(enqueueMany('a', 2))
    expect(first).toBeInstanceOf(Forbidden)
    expect(second).toEqual({ seq: 1 })
  })
})

describe('closing', () => {
  test('answers all who wait, and takes no more', async () => {
    const { queue, transactions, enqueueMany, enqueue } = openQueue({ batchSize: 2 })
    const sends = enqueueMany('a', 5)
    const closed = queue.close()
    await expect(enqueue('a')).rejects.toBeInstanceOf(Unavailable)
    await turn()
    await transactions.commitAll()
    await closed
    expect((await Promise.all(sends)).map((message) => (message as { seq: number }).seq)).toEqual([1, 2, 3, 4, 5])
  })
})
