import type { Page } from '../ui/usePaged.ts'

/** What a member is found by. */
interface Named {
  user: { name: string; handle: string | null }
}

/** A search ends for now once it has found so many, or has read so many pages. */
const enough = 20
const mostPages = 10

/**
 * The next members in whose name or handle the words stand. Looked for page by page here: who is in a conversation and what
 * people are called is kept by different parts of the server.
 */
export async function findMembers<Member extends Named>(
  readPage: (after: string | null) => Promise<Page<Member>>,
  words: string,
  after: string | null,
): Promise<Page<Member>> {
  const wanted = plain(words)
  const found: { node: Member }[] = []
  for (let pages = 1, from = after; ; pages += 1) {
    const { edges, pageInfo } = await readPage(from)
    found.push(...edges.filter(({ node: { user } }) => plain(`${user.name} @${user.handle ?? ''}`).includes(wanted)))
    if (!pageInfo.hasNextPage || found.length >= enough || pages === mostPages) return { edges: found, pageInfo }
    from = pageInfo.endCursor
  }
}

/** Without capitals and accents. */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
