import { sorted, type Finding, type Level, type Report } from './finding.ts'
import { placeText, summary, usageText } from './text.ts'

/** For a comment on a pull request, or the summary of a workflow's step. */
export function markdownReport(report: Report): string {
  const findings = sorted(report.findings)
  const sections = (['error', 'warning', 'notice'] as const).map((level) =>
    section(
      level,
      findings.filter((finding) => finding.level === level),
    ),
  )
  return [`### Schema check`, '', cell(summary(report)), '', ...sections.filter(Boolean)].join('\n')
}

const titles: Record<Level, string> = { error: 'Problems', warning: 'Warnings', notice: 'Notes' }

function section(level: Level, findings: Finding[]): string {
  if (findings.length === 0) return ''
  const rows = findings.map(
    (finding) => `| ${cell(whatOf(finding))} | ${cell(whoOf(finding))} | ${cell(doOf(finding))} |`,
  )
  const table = ['| what | who | what to do |', '| --- | --- | --- |', ...rows].join('\n')
  if (level !== 'notice') return `#### ${titles[level]}\n\n${table}\n`
  return `<details><summary>${findings.length} note${findings.length === 1 ? '' : 's'}</summary>\n\n${table}\n\n</details>\n`
}

const whatOf = ({ message, rule, criticality, at }: Finding): string =>
  [quiet(message), [`\`${rule}\``, criticality, at && `\`${placeText(at)}\``].filter(Boolean).join(' · ')].join('\n')

const whoOf = ({ operations = [], usage }: Finding): string =>
  [...operations.map((use) => `${use.name} \`${placeText(use)}\``), ...(usage ? [literal(usageText(usage))] : [])].join(
    '\n',
  )

const doOf = ({ remedy = '', approval, id, level }: Finding): string =>
  approval
    ? `approved by ${approval.by}: ${approval.reason}`
    : `${quiet(remedy)}${id && level === 'error' ? `\nid \`${id}\`` : ''}`

/** Names that clients choose are shown as they are, and do nothing. */
const literal = (text: string): string => `\`${text.replace(/`/g, "'")}\``

/** In a comment, a directive would call the person of that name. Its arguments belong to it. */
const quiet = (text: string): string => text.replace(/@\w+(\([^()]*\))?/g, '`$&`')

/** Nothing in a cell may end it, or be taken for HTML. */
const cell = (text: string): string =>
  text.replace(/[|<>]/g, (sign) => ({ '|': '\\|', '<': '&lt;', '>': '&gt;' })[sign]!).replace(/\r?\n/g, '<br>')
