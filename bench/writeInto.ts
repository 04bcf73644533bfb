import { readFileSync, writeFileSync } from 'node:fs'

/** Replaces what stands between the marks of a benchmark in a page: `<!-- NAME -->` and `<!-- /NAME -->`. */
export function writeInto(page: URL, name: string, text: string): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`]
  const [before, rest = ''] = readFileSync(page, 'utf8').split(begin)
  writeFileSync(page, `${before}${begin}\n\n${text}\n${end}${rest.split(end)[1] ?? ''}`)
}
