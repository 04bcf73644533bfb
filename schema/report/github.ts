import { sorted, type Finding, type Report } from './finding.ts'
import { placeText, summary, usageText } from './text.ts'

/** Commands of a GitHub workflow that show each finding at its line. GitHub shows ten of a level, so the worst come first. */
export function githubReport(report: Report): string {
  const lines = sorted(report.findings)
    .filter(({ level }) => level !== 'notice')
    .map(annotation)
  return [...lines, summary(report), ''].join('\n')
}

function annotation({ level, rule, message, at, operations = [], usage, remedy, approval, id }: Finding): string {
  const place = at ? { file: at.file, line: at.line, col: at.column } : {}
  const properties = Object.entries({ ...place, title: rule }).map(
    ([name, value]) => `${name}=${property(String(value))}`,
  )
  const text = [
    message,
    ...operations.map((use) => `Used by ${use.name} (${placeText(use)}).`),
    ...(usage ? [`Asked for: ${usageText(usage)}.`] : []),
    ...(approval ? [`Approved by ${approval.by}: ${approval.reason}`] : remedy ? [`What to do: ${remedy}`] : []),
    ...(id && level === 'error' ? [`Id: ${id}`] : []),
  ].join('\n')
  return `::${level} ${properties.join(',')}::${data(text)}`
}

/** As GitHub's own toolkit writes them. */
const data = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A')
const property = (text: string): string => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C')
