import { appendFileSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { countOf, type Finding, type Place, type Report } from '../report/finding.ts'
import { githubReport } from '../report/github.ts'
import { jsonReport } from '../report/json.ts'
import { markdownReport } from '../report/markdown.ts'
import { textReport } from '../report/text.ts'
import { isSet, text, type FlagValues, type Io } from './command.ts'
import { exitCodes, WrongUse, type ExitCode } from './faults.ts'

/** Shows a report as the flags ask for it. Exit code 1 when it has a problem. */
export function writeReport(io: Io, flags: FlagValues, given: Report, root = io.cwd): ExitCode {
  const report = isSet(flags, 'strict') ? { ...given, findings: given.findings.map(stricter) } : given
  const format = text(flags, 'format') ?? 'text'
  if (format === 'json') io.out(jsonReport(report))
  else if (format === 'markdown') io.out(markdownReport(report))
  else if (format === 'github') writeToGithub(io, report, root)
  else if (format === 'text') io.out(textReport(report, { all: isSet(flags, 'verbose'), color: io.color }))
  else throw new WrongUse(`--format "${format}": there are text, json, markdown and github.`)
  return countOf(report, 'error') === 0 ? exitCodes.ok : exitCodes.problems
}

const stricter = (finding: Finding): Finding =>
  finding.level === 'warning' && !finding.approval ? { ...finding, level: 'error' } : finding

/** GitHub counts paths from the checkout, and the project may lie deeper. */
function writeToGithub(io: Io, report: Report, root: string): void {
  const workspace = io.env['GITHUB_WORKSPACE']
  const above = workspace ? relative(workspace, root).split(sep).join('/') : ''
  const isInside = above !== '' && !above.startsWith('..')
  const place = <P extends Place>(at: P): P => (isInside ? { ...at, file: `${above}/${at.file}` } : at)
  const findings = report.findings.map((finding) => ({
    ...finding,
    ...(finding.at ? { at: place(finding.at) } : {}),
    ...(finding.operations ? { operations: finding.operations.map(place) } : {}),
  }))
  io.out(githubReport({ ...report, findings }))
  const summary = io.env['GITHUB_STEP_SUMMARY']
  if (summary) appendFileSync(summary, `${markdownReport({ ...report, findings })}\n`)
}
