/**
 * The tables of docs/schema-checks.md that the code says. `node schema/documentation/tables.ts` writes them between their
 * marks; a test keeps them current.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { comparisonTable } from './comparisonTable.ts'
import { lintTable } from './lintTable.ts'

const page = fileURLToPath(new URL('../../docs/schema-checks.md', import.meta.url))

/** The page as it is, and as it should be. */
export async function currentPage(): Promise<{ is: string; shouldBe: string }> {
  const is = readFileSync(page, 'utf8')
  const tables = { lint: lintTable(), comparison: await comparisonTable() }
  let text = is
  for (const [name, table] of Object.entries(tables)) {
    const [start, end] = [`<!-- ${name}: written by schema/documentation/tables.ts -->`, `<!-- end of ${name} -->`]
    const [before, rest = ''] = text.split(start)
    text = `${before}${start}\n\n${table}\n\n${end}${rest.slice(rest.indexOf(end) + end.length)}`
  }
  return { is, shouldBe: await format(text, { ...(await resolveConfig(page)), parser: 'markdown' }) }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(page, (await currentPage()).shouldBe)
