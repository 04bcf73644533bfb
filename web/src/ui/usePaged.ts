import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from '../api/problemOf.ts'

/** What every list of the API answers with (Relay cursor connections). */
export interface Page<Item> {
  edges: readonly { node: Item }[]
  pageInfo: { hasNextPage: boolean; endCursor: string | null }
}

export interface Paged<Item> {
  items: Item[]
  isLoaded: boolean
  hasMore: boolean
  isBusy: boolean
  problem: string | null
  loadMore(): Promise<void>
  /** Reads the list again from its beginning. */
  reload(): Promise<void>
  /** Takes an item out that is gone, without asking again. */
  remove(isGone: (item: Item) => boolean): void
}

/**
 * A list that is read page by page. `load` has to stay the same function (useCallback) as long as it means the same list:
 * another one begins anew, and answers to the earlier one that come late are dropped.
 */
export function usePaged<Item>(load: (after: string | null) => Promise<Page<Item>>): Paged<Item> {
  const [pages, setPages] = useState<Page<Item>[]>([])
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const current = useRef(0)
  const take = useCallback(
    async (known: Page<Item>[]) => {
      const asked = ++current.current
      setBusy(true)
      setProblem(null)
      try {
        const page = await load(known.at(-1)?.pageInfo.endCursor ?? null)
        // Some of what is known may have been taken out meanwhile.
        if (asked === current.current) setPages((now) => [...(known.length > 0 ? now : []), page])
      } catch (error) {
        if (asked === current.current) setProblem(problemOf(error))
      } finally {
        if (asked === current.current) setBusy(false)
      }
    },
    [load],
  )
  const reload = useCallback(() => take([]), [take])
  useEffect(() => {
    void reload()
    return () => void current.current++
  }, [reload])
  return {
    items: pages.flatMap(({ edges }) => edges.map(({ node }) => node)),
    isLoaded: pages.length > 0,
    hasMore: pages.at(-1)?.pageInfo.hasNextPage ?? false,
    isBusy,
    problem,
    loadMore: () => take(pages),
    reload,
    remove: (isGone) =>
      setPages((all) => all.map((page) => ({ ...page, edges: page.edges.filter(({ node }) => !isGone(node)) }))),
  }
}

/** A list without anything in it. */
export const emptyPage = <Item>(): Page<Item> => ({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } })
