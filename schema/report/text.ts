import { styleText } from 'node:util'
import { countOf, sorted, type Finding, type Place, type Report } from './finding.ts'

const words = { error: ['red', 'problem'], warning: ['yellow', 'warning'], notice: ['dim', 'note'] } as const

/** For people at a terminal. Notices are counted only, unless `all` is set. */
export function textReport(report: Report, { all, color }: { all: boolean; color: boolean }): string {
  const paint = (style: 'red' | 'yellow' | 'dim' | 'bold', text: string) =>
    color ? styleText(style, text, { validateStream: false }) : text
  const shown = sorted(report.findings).filter(({ level }) => all || level !== 'notice')
  const told = new Set<string>()
  const blocks = shown.map((finding) => {
    const [style, word] = words[finding.level]
    // What to do about one rule of lint is the same everywhere.
    const isKnown = finding.kind === 'lint' && told.has(finding.rule)
    told.add(finding.rule)
    const [first, ...rest] = linesOf(isKnown ? { ...finding, remedy: undefined } : finding)
    const lead = paint(style, word.padEnd(9))
    // Composition tells some faults in several lines.
    return [
      `${lead}${first.replaceAll('\n', '\n         ')}`,
      ...rest.map(([label, text]) => `${paint('dim', label!.padStart(8))} ${text}`),
    ].join('\n')
  })
  return [...blocks, `${blocks.length > 0 ? '\n' : ''}${paint('bold', summary(report, all))}`].join('\n') + '\n'
}

function linesOf(finding: Finding): [string, ...[label: string, text: string][]] {
  const { message, rule, criticality, at, operations = [], usage, remedy, id, approval } = finding
  const lines: [string, string][] = []
  const name = criticality && criticality !== 'safe' ? `${rule}, ${criticality}` : rule
  lines.push(at ? ['at', `${placeText(at)} (${name})`] : ['rule', name])
  for (const use of operations.slice(0, MOST_OPERATIONS)) lines.push(['used by', `${use.name} (${placeText(use)})`])
  if (operations.length > MOST_OPERATIONS)
    lines.push(['', `and ${operations.length - MOST_OPERATIONS} more operations`])
  if (usage) lines.push(['asked', usageText(usage)])
  if (approval) lines.push(['approved', `by ${approval.by}: ${approval.reason}`])
  else if (remedy) lines.push(['do', remedy])
  if (id && !approval && finding.level === 'error') lines.push(['id', id])
  return [message, ...lines]
}

const MOST_OPERATIONS = 10

export const placeText = ({ file, line, column }: Place): string => `${file}:${line}:${column}`

export const usageText = ({ requests, clients, operations, lastDay }: NonNullable<Finding['usage']>): string =>
  `${requests.toLocaleString('en')} recorded request${requests === 1 ? '' : 's'}, last on ${lastDay}, ` +
  `by ${clients.join(', ')} (${operations.join(', ')})`

const some = (count: number, word: string) => (count === 0 ? '' : `${count} ${word}${count === 1 ? '' : 's'}`)

/** One line: what was looked at, and what came of it. */
export function summary(report: Report, all = true): string {
  const notes = countOf(report, 'notice')
  const found = [some(countOf(report, 'error'), 'problem'), some(countOf(report, 'warning'), 'warning')].filter(Boolean)
  const more = notes === 0 ? '' : ` ${some(notes, 'note')}${all ? '' : ' (--verbose shows them)'}.`
  return `${report.title}: ${found.length === 0 ? 'no problems' : found.join(', ')}.${more}`
}
