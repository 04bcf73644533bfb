import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { and, asc, eq, sql } from 'drizzle-orm'
import { knownError, Unavailable } from '../errors.ts'
import { isDuplicate, migrate, openDatabase, requireCurrentSchema, tables, type Database } from './index.ts'
import type { TestDatabase } from './testDatabase.ts'

const { outbox, events, conversations } = tables
const row = (conversationId: string, rev: number) => ({ conversationId, rev, createdAt: 1 })

export const describeDatabase = (side: string, open: () => Promise<TestDatabase>) =>
  describe(`${side} as a database`, () => {
    let place: TestDatabase
    let database: Database
    beforeAll(async () => {
      place = await open()
      database = place.database
    })
    afterAll(() => place.drop())

    const revsOf = async (conversationId: string) =>
      (
        await database.select().from(outbox).where(eq(outbox.conversationId, conversationId)).orderBy(asc(outbox.rev))
      ).map(({ rev }) => rev)

    test('a transaction that fails leaves nothing behind', async () => {
      const failing = database.transaction(async (tx) => {
        await tx.insert(outbox).values(row('failed', 1))
        throw new Error('no')
      })
      await expect(failing).rejects.toThrow('no')
      expect(await revsOf('failed')).toEqual([])
    })

    test('what is not committed is not seen outside', async () => {
      let seen: number[] = []
      await database.transaction(async (tx) => {
        await tx.insert(outbox).values(row('hidden', 1))
        seen = await revsOf('hidden')
      })
      expect(seen).toEqual([])
      expect(await revsOf('hidden')).toEqual([1])
    })

    test('transactions that read and write the same row do not lose an update', async () => {
      const id = 'counter'
      await database.insert(conversations).values({ id, kind: 'GROUP', createdBy: 'x', createdAt: 0 })
      await Promise.all(
        Array.from({ length: 40 }, () =>
          database.transaction(async (tx) => {
            const query = tx.select().from(conversations).where(eq(conversations.id, id))
            const [found] = await tx.dialect.forUpdate(query)
            await tx
              .update(conversations)
              .set({ createdAt: found!.createdAt + 1 })
              .where(eq(conversations.id, id))
          }),
        ),
      )
      const [found] = await database.select().from(conversations).where(eq(conversations.id, id))
      expect(found!.createdAt).toBe(40)
    })

    test('two transactions that lock rows in opposite order both succeed', async () => {
      await database.insert(outbox).values([row('deadlock', 1), row('deadlock', 2)])
      const touch = (first: number, second: number) =>
        database.transaction(async (tx) => {
          for (const rev of [first, second]) {
            await tx
              .update(outbox)
              .set({ createdAt: sql`${outbox.createdAt} + 1` })
              .where(and(eq(outbox.conversationId, 'deadlock'), eq(outbox.rev, rev)))
          }
        })
      await Promise.all(Array.from({ length: 10 }, (_, n) => (n % 2 ? touch(1, 2) : touch(2, 1))))
      const rows = await database.select().from(outbox).where(eq(outbox.conversationId, 'deadlock'))
      expect(rows.map(({ createdAt }) => createdAt)).toEqual([11, 11])
    })

    test('a row that is there already is left as it is, or updated, as asked', async () => {
      const { dialect } = database
      expect(await dialect.insertIgnore(database, outbox, [row('twice', 1), row('twice', 2)])).toEqual({
        affectedRows: 2,
      })
      expect(await dialect.insertIgnore(database, outbox, row('twice', 1))).toEqual({ affectedRows: 0 })
      await dialect.upsert(database, outbox, row('twice', 1), { createdAt: 9 })
      const rows = await database
        .select()
        .from(outbox)
        .where(eq(outbox.conversationId, 'twice'))
        .orderBy(asc(outbox.rev))
      expect(rows.map(({ createdAt }) => createdAt)).toEqual([9, 1])
    })

    test('a key used twice is told as a duplicate, and affected rows are counted', async () => {
      await database.insert(outbox).values(row('unique', 1))
      const error = await Promise.resolve(database.insert(outbox).values(row('unique', 1))).catch((e: unknown) => e)
      expect(isDuplicate(error)).toBe(true)
      const [{ affectedRows }] = await database.delete(outbox).where(eq(outbox.conversationId, 'unique'))
      expect(affectedRows).toBe(1)
    })

    test('JSON, booleans, big numbers and any Unicode come back as they were stored', async () => {
      const payload = {
        __typename: 'TitleChanged' as const,
        title: '你好 👋 "\\ \u0000'.slice(0, -1),
        actor: { __typename: 'User' as const, id: 'u' },
      }
      const createdAt = 2 ** 52
      await database
        .insert(events)
        .values({ conversationId: 'json', rev: 1, type: 't', payload, endsFor: ['a'], createdAt })
      const [found] = await database.select().from(events).where(eq(events.conversationId, 'json'))
      expect(found).toEqual({ conversationId: 'json', rev: 1, type: 't', payload, endsFor: ['a'], createdAt })
      expect(await database.rows(sql`select rev as r from events where conversation_id = ${'json'}`)).toEqual([
        { r: 1 },
      ])
      const written = sql`select rev as r from events where conversation_id = ${sql.placeholder('id')} limit ${sql.placeholder('n')}`
      for (const [id, n, rows] of [
        ['json', 1, [{ r: 1 }]],
        ['none', 1, []],
        ['json', 0, []],
      ] as const)
        expect(await database.rows(written, { id, n })).toEqual(rows)
    })

    test('migrating again changes nothing, and the schema is known as current', async () => {
      expect(await migrate(database)).toEqual([])
      await expect(requireCurrentSchema(database)).resolves.toBeUndefined()
    })
  })

export const describeUnreachable = () =>
  test('a database that cannot be reached gives the retriable UNAVAILABLE', async () => {
    const nowhere = await openDatabase({ name: 'users', url: 'mysql://parley:x@127.0.0.1:1/parley_users' })
    await expect(nowhere.ping()).rejects.toBeInstanceOf(Unavailable)
    await expect(nowhere.transaction(async () => 1)).rejects.toBeInstanceOf(Unavailable)
    const error = await Promise.resolve(nowhere.select().from(tables.users)).catch((e: unknown) => e)
    expect(knownError(error)).toBeInstanceOf(Unavailable)
    await nowhere.close()
  })
