import { expect, test } from '@jest/globals'
import { findMembers } from './findMembers.ts'

const sizeOfPage = 10

/** So many members called `Person 0`, `Person 1` …, page by page, and how often they were asked for. */
function given(count: number, named: Record<number, string> = {}) {
  const reads: (string | null)[] = []
  const readPage = async (after: string | null) => {
    reads.push(after)
    const from = after === null ? 0 : Number(after) + 1
    const to = Math.min(from + sizeOfPage, count)
    const edges = Array.from({ length: to - from }, (_, n) => {
      const name = named[from + n] ?? `Person ${from + n}`
      return { node: { user: { name, handle: name.startsWith('Zoé') ? 'zoe' : null } } }
    })
    return { edges, pageInfo: { hasNextPage: to < count, endCursor: String(to - 1) } }
  }
  return { readPage, reads }
}

const names = (page: Awaited<ReturnType<typeof findMembers>>) => page.edges.map(({ node }) => node.user.name)

test('somebody is found on a late page, by a part of the name or handle, whatever the accents', async () => {
  for (const words of ['zoe', 'ZOÉ', '@zo', 'brandt']) {
    const { readPage } = given(60, { 57: 'Zoé Brandt' })
    expect(names(await findMembers(readPage, words, null))).toEqual(['Zoé Brandt'])
  }
})

test('a search for what many have stops after the first of them, and goes on from there', async () => {
  const { readPage, reads } = given(60)
  const first = await findMembers(readPage, 'person', null)
  expect([first.edges.length, first.pageInfo.hasNextPage, reads.length]).toEqual([20, true, 2])
  expect(names(await findMembers(readPage, 'person', first.pageInfo.endCursor))[0]).toBe('Person 20')
})

test('a search in a huge group reads so many pages only, and says that there are more', async () => {
  const { readPage, reads } = given(10_000)
  const page = await findMembers(readPage, 'nobody', null)
  expect([page.edges.length, page.pageInfo.hasNextPage, reads.length]).toEqual([0, true, 10])
})
