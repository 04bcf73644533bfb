import { connectionOf, createCursor, requestedPage, type PageArguments } from '../../../../platform/pagination/index.ts'

const cursor = createCursor(['string'])

/**
 * A page of a short list that was read whole, newest first: ids are in the order of creation.
 * @throws InvalidInput  the page
 */
export function pageOf<R extends { id: string }>(rows: readonly R[], args: PageArguments) {
  const page = requestedPage(args, cursor, { size: 20 })
  const after = page.after?.[0]
  const wanted = after === undefined ? rows : rows.filter(({ id }) => id < after)
  return connectionOf(wanted.slice(0, page.limit + 1), page, cursor, ({ id }) => [id])
}
