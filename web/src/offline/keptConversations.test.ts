import { expect, test } from '@jest/globals'
import { createCache } from '../api/cache.ts'
import { ConversationStore } from '../conversations/conversationStore.ts'
import { seqsOf, snapshotAt, viewerId } from '../conversations/given.ts'
import { KeptConversations } from './keptConversations.ts'

/** A page over storage that outlives it. */
function aPage(kept: Map<string, unknown>, ids: string[] = []) {
  const store = new ConversationStore(createCache(), viewerId)
  const recalled: string[] = []
  const inbox = {
    current: () => ({ ids, isLoaded: true, hasMore: false, hasMoreArchived: false }),
    subscribe: () => () => {},
    recall: (found: readonly string[]) => void recalled.push(...found),
  }
  const storage = {
    get: async (key: string) => kept.get(key),
    // As IndexedDB does: what is kept is a copy.
    set: async (key: string, value: unknown) => void kept.set(key, structuredClone(value)),
    del: async (key: string) => void kept.delete(key),
  }
  return { store, recalled, keeping: new KeptConversations({ viewerId, store, inbox, storage }) }
}

test('the next page shows the newest messages of what this one had, and knows that they are old', async () => {
  const kept = new Map<string, unknown>()
  const before = aPage(kept, ['c', 'unknown'])
  before.store.replace(snapshotAt(100, 90))
  await before.keeping.save()
  const { store, recalled, keeping } = aPage(kept)
  await keeping.recall()
  expect(recalled).toEqual(['c'])
  expect(seqsOf(store.read('c'))).toEqual(Array.from({ length: 60 }, (_, index) => 31 + index))
  expect(store.window('c')).toMatchObject({ hasEarlier: true, hasLater: false })
  expect(store.isOld('c')).toBe(true)
  store.replace(snapshotAt(120, 95))
  expect(store.isOld('c')).toBe(false)
})

test('a message that the viewer deleted for themself is not shown by the next page either', async () => {
  const kept = new Map<string, unknown>()
  const before = aPage(kept, ['c'])
  before.store.replace(snapshotAt(5, 2))
  await before.keeping.save()
  before.store.hide('c', 'm2')
  await before.keeping.save()
  const { store, keeping } = aPage(kept)
  await keeping.recall()
  expect(store.window('c')?.messages.map(({ hiddenForMe }) => hiddenForMe)).toEqual([false, true])
  expect(store.read('c')?.row.lastMessage?.hiddenForMe).toBe(true)
})

test('what the server has answered already is not replaced by what was kept', async () => {
  const kept = new Map<string, unknown>()
  const before = aPage(kept, ['c'])
  before.store.replace(snapshotAt(5, 2))
  await before.keeping.save()
  const { store, keeping } = aPage(kept)
  store.replace(snapshotAt(9, 6))
  await keeping.recall()
  expect(store.read('c')?.row.rev).toBe(9)
  expect(store.isOld('c')).toBe(false)
})

test('what was forgotten, or kept by a page that knew other fields, is not shown', async () => {
  const kept = new Map<string, unknown>()
  const before = aPage(kept, ['c'])
  before.store.replace(snapshotAt(5, 2))
  await before.keeping.save()
  const [[key, value]] = [...kept] as [[string, object]]
  kept.set(key, { ...value, shape: 'another' })
  const other = aPage(kept)
  await other.keeping.recall()
  expect(other.store.read('c')).toBeNull()
  await before.keeping.forget()
  expect(kept.size).toBe(0)
})
