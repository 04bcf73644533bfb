/**
 * The code blocks of every page of the repository, for the tests beside this file: what a page shows must work.
 *
 * What a block stands on, and the reader knows from the text, is said in a comment before it, which nobody sees in a browser:
 *
 *     <!-- given: declare const session: import('@parley/client').TokenSource -->
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Block {
  page: string
  /** Of the first line of code, in the page. */
  line: number
  language: string
  code: string
  given: string
}

const fence = /^```(\w*)\n([\s\S]*?)^```/gm
const given = /<!-- given:((?:(?!-->)[\s\S])*)-->\s*$/

export const pages: readonly string[] = globSync('**/*.md', {
  cwd: root,
  exclude: (name) => /(^|\/)(node_modules|data|dist|\.[^/]*)$/.test(name),
}).sort()

export const textOf = (page: string): string => readFileSync(join(root, page), 'utf8')

/** In these languages, of all pages. */
export function blocksIn(...languages: string[]): Block[] {
  return pages.flatMap((page) => {
    const text = textOf(page)
    return [...text.matchAll(fence)]
      .filter(([, language]) => languages.includes(language!))
      .map(({ 1: language, 2: code, index }) => {
        const before = text.slice(0, index)
        return {
          page,
          line: before.split('\n').length + 1,
          language: language!,
          code: code!,
          given: given.exec(before)?.[1]?.trim() ?? '',
        }
      })
  })
}

/** As tests name it: `docs/api.md:12`. */
export const nameOf = ({ page, line }: Block): string => `${page}:${line}`
