import { describe, expect, test } from '@jest/globals'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { ownMetrics, processMetrics, type ExportedMetric } from '../../docs/generate/exportedMetrics.ts'
import { groupedBy, selectorsIn } from './seriesIn.ts'

const here = import.meta.dirname
const text = (file: string): string => readFileSync(join(here, file), 'utf8')
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- configuration of others, of any shape
const yaml = (file: string): any => parse(text(file), { merge: true })

interface Panel {
  title: string
  datasource?: { type: string; uid: string }
  targets?: { expr: string; legendFormat?: string }[]
}
interface Rule {
  alert: string
  expr: string
  labels: { severity: string }
  annotations: { summary: string; action: string }
}
const boards = globSync('grafana/dashboards/*.json', { cwd: here }).map((file) => ({
  file,
  board: JSON.parse(text(file)) as { uid: string; panels: Panel[] },
}))
const rules: Rule[] = yaml('prometheus/alerts.yml').groups.flatMap(({ rules }: { rules: Rule[] }) => rules)

const expressions = [
  ...boards.flatMap(({ file, board }) =>
    board.panels
      .filter(({ datasource }) => datasource?.type === 'prometheus')
      .flatMap(({ title, targets = [] }) =>
        targets.map(({ expr, legendFormat = '' }) => ({ where: `${file}: ${title}`, expr, told: legendFormat })),
      ),
  ),
  ...rules.map(({ alert, expr, annotations: { summary, action } }) => ({
    where: alert,
    expr,
    told: `${summary} ${action}`.replaceAll('$labels.', ''),
  })),
]

/** What Prometheus adds to each series. */
const added = ['job', 'instance', 'role']
const metrics = [...Object.values(ownMetrics()).flat(), ...processMetrics()]
const series = new Map<string, readonly string[]>([
  ['up', added],
  ...metrics.flatMap((metric) => seriesOf(metric).map((name) => [name, labelsOf(metric, name)] as const)),
])

function seriesOf({ name, type }: ExportedMetric): string[] {
  return type === 'histogram' ? ['_bucket', '_sum', '_count'].map((end) => name + end) : [name]
}

function labelsOf({ labels }: ExportedMetric, name: string): string[] {
  return name.endsWith('_bucket') ? [...added, ...labels, 'le'] : [...added, ...labels]
}

describe('dashboards and alarms', () => {
  test('there are some, and their expressions are read', () => {
    expect([boards.length, rules.length > 15, expressions.length > 90]).toEqual([5, true, true])
    expect(selectorsIn('sum by (a) (rate(x_total{b="c{", d=~"e"}[5m])) > 0.5 * scalar(y_bucket) or z')).toEqual([
      { series: 'x_total', labels: ['b', 'd'] },
      { series: 'y_bucket', labels: [] },
      { series: 'z', labels: [] },
    ])
  })

  test.each(expressions)('$where asks for series and labels that the code exports', ({ expr, told }) => {
    const selectors = selectorsIn(expr)
    expect(selectors).not.toEqual([])
    const unknown = selectors.filter((one) => !one.labels.every((label) => series.get(one.series)?.includes(label)))
    const unnamed = selectors.filter((one) => !series.has(one.series))
    expect([...unnamed, ...unknown]).toEqual([])
    const known = selectors.flatMap((one) => series.get(one.series)!)
    const shown = [...told.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, label]) => label!)
    expect([...groupedBy(expr), ...shown].filter((label) => !known.includes(label))).toEqual([])
  })

  test("every metric of Parley's own is on a dashboard", () => {
    const shown = new Set(expressions.flatMap(({ expr }) => selectorsIn(expr).map(({ series }) => series)))
    const own = Object.values(ownMetrics()).flat()
    expect(own.filter((metric) => !seriesOf(metric).some((name) => shown.has(name))).map(({ name }) => name)).toEqual(
      [],
    )
  })

  test('the sources that dashboards ask are there', () => {
    const sources = yaml('grafana/datasources.yml').datasources.map(({ uid }: { uid: string }) => uid)
    const asked = boards.flatMap(({ board }) => board.panels.flatMap(({ datasource }) => datasource?.uid ?? []))
    expect([...new Set(asked)].filter((uid) => !sources.includes(uid))).toEqual([])
    expect(new Set(boards.map(({ board }) => board.uid)).size).toBe(boards.length)
  })

  test.each(rules)('$alert says how bad it is, what happens and what to do, and is tried', (rule) => {
    expect(rule.labels.severity).toMatch(/^(critical|warning)$/)
    expect(Object.keys(rule.annotations)).toEqual(['summary', 'action'])
    const tried = yaml('prometheus/alerts.test.yml').tests.map(({ name }: { name: string }) => name)
    expect(tried).toEqual(expect.arrayContaining([`${rule.alert} sounds`, `${rule.alert} does not sound`]))
  })

  test('docs/operations.md names metrics that there are', () => {
    const named = text('../../docs/operations.md').match(/\bparley_[a-z_]+[a-z](?![a-z_])/g)!
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter((name) => !metrics.some((metric) => metric.name === name))).toEqual([])
  })
})

describe('the stack', () => {
  const stack = yaml('../compose.yml').services
  const overlay = yaml('compose.yml').services
  const roles = Object.keys(stack).filter((name) => stack[name].image === 'parley' && name !== 'migrate')

  test('every role is scraped at its port, missed when it is away, and traced', () => {
    const [parley] = yaml('prometheus/prometheus.yml').scrape_configs
    const scraped = parley.dns_sd_configs.flatMap(({ names, port }: { names: string[]; port: number }) =>
      names.map((name) => [name, port]),
    )
    expect(Object.fromEntries(scraped)).toEqual(
      Object.fromEntries(roles.map((name) => [name, stack[name].environment.PORT])),
    )
    const missed = rules.find(({ alert }) => alert === 'ParleyRoleMissing')!.expr
    expect(roles.filter((name) => !missed.includes(`role="${name}"`))).toEqual([])
    expect(roles.filter((name) => !overlay[name]?.environment.PARLEY_TRACES_URL)).toEqual([])
  })

  test('what watches it has a version, a bound on memory, and no port but on this machine', () => {
    const watching = Object.entries<Record<string, unknown>>(overlay).filter(([name]) => !roles.includes(name))
    expect(watching.map(([name]) => name).sort()).toEqual(['grafana', 'jaeger', 'loki', 'prometheus', 'vector'])
    for (const [, { image, mem_limit: limit, ports = [] }] of watching) {
      expect(image).toMatch(/:v?\d+\.\d+\.\d+/)
      expect(limit).toMatch(/^\d+m$/)
      for (const port of ports as string[]) expect(port).toMatch(/^127\.0\.0\.1:/)
    }
  })
})
