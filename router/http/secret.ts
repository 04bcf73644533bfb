import { createHash, timingSafeEqual } from 'node:crypto'

/** Are the two the same? In a time that says nothing about where they differ. */
export const isSameSecret = (given: string, expected: string): boolean =>
  timingSafeEqual(digest(given), digest(expected))

const digest = (text: string) => createHash('sha256').update(text).digest()
