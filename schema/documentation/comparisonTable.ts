import type { Finding } from '../report/finding.ts'
import { ExampleProject } from '../testing/project.example.ts'
import { tenChanges, type Change } from './tenChanges.ts'

/** The table of the documentation: what `parley schema check` really says of ten changes, beside what others check. */
export async function comparisonTable(): Promise<string> {
  const rows: string[] = []
  for (const change of tenChanges) {
    const [rover, hive, wgc] = change.others
    const ran = change.composes ? '*composes*' : '*does not compose*'
    const cells = [hive, wgc].map((documented) => (documented === '–' ? ran : `${ran}; ${documented}`))
    rows.push(`| ${change.what} | ${await said(change)} | ${rover} | ${cells.join(' | ')} |`)
  }
  const head = [
    '| change | `parley schema check` | rover (GraphOS) | hive | wgc (Cosmo) |',
    '| --- | --- | --- | --- | --- |',
  ]
  return [...head, ...rows].join('\n')
}

async function said({ edits }: Change): Promise<string> {
  const project = new ExampleProject()
  try {
    for (const edit of edits) project.edit(...edit)
    const { code, out } = await project.run('check', '--against', 'main', '--format', 'json')
    const { findings } = JSON.parse(out) as { findings: Finding[] }
    const told = findings.filter(({ level }) => level !== 'notice').map(inWords)
    return `${code === 0 ? 'passes' : '**fails**'}: ${told.join('; ') || 'nothing to say'}`
  } finally {
    project.remove()
  }
}

function inWords({ level, rule, operations = [] }: Finding): string {
  const word = level === 'error' ? 'problem' : 'warning'
  const hits = operations.map(({ name, file, line }) => `${name} at \`${file}:${line}\``)
  return `${word} \`${rule}\`${hits.length > 0 ? `, used by ${hits.join(', ')}` : ''}`
}
