/**
 * Relay cursor connections over a keyset: a field turns its arguments into a `Page`, the store reads the page's rows and
 * one more, and `connectionOf` makes edges and page info of them. Domain-free.
 *
 *     const cursor = createCursor(['number', 'string'])
 *     const page = requestedPage(args, cursor, { size: 20 })
 *     return connectionOf(await store.read(page), page, cursor, (row) => [row.joinedAt, row.userId])
 */
export { connectionOf } from './connection.ts'
export type { Connection } from './connection.ts'
export { createCursor } from './cursor.ts'
export type { Cursor } from './cursor.ts'
export { MAX_PAGE_SIZE, requestedPage } from './page.ts'
export type { Page, PageArguments } from './page.ts'
