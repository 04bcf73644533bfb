import { countOf, sorted, type Report } from './finding.ts'

/** For programs. Its shape is documented in docs/schema-checks.md; fields are added to it, never changed. */
export function jsonReport(report: Report): string {
  const counts = {
    error: countOf(report, 'error'),
    warning: countOf(report, 'warning'),
    notice: countOf(report, 'notice'),
  }
  const { title, findings } = report
  return `${JSON.stringify({ ok: counts.error === 0, title, counts, findings: sorted(findings) }, undefined, 2)}\n`
}
