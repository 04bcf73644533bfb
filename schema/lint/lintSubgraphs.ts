import { Kind, type DocumentNode } from 'graphql'
import { WrongUse } from '../command/faults.ts'
import type { ProjectFile } from '../project/projectFile.ts'
import type { SubgraphSource } from '../project/project.ts'
import type { Finding } from '../report/finding.ts'
import { placeOf } from '../report/placeOf.ts'
import { wherePartsAre } from '../report/wherePartsAre.ts'
import { openEslintRules } from './eslintRules.ts'
import { deprecationFault, ownRules } from './ownRules.ts'
import { lintRuleNames, ruleOf, type LintLevel, type LintRuleName } from './rules.ts'

/**
 * How the schemas are written: names, descriptions, deprecations, pages, nulls. The same text gives the same findings.
 * @throws WrongUse  the settings name a rule that there is not
 */
export async function lintSubgraphs(
  subgraphs: readonly SubgraphSource[],
  settings: ProjectFile['lint'],
  today = new Date().toISOString().slice(0, 10),
): Promise<Finding[]> {
  const levels = levelsOf(settings)
  const names = lintRuleNames.filter((name) => levels[name] !== 'off')
  const eslint = await openEslintRules()
  const isComposite = compositesOf(subgraphs)
  const isDescribed = describedTypes(subgraphs)
  const findings = subgraphs.flatMap((subgraph): Finding[] => {
    const made = ownFindings(subgraph.document, { names, isComposite, today })
    const places = [...wherePartsAre([subgraph.document])]
    for (const { file, text } of eslint ? subgraph.texts : []) {
      for (const { rule, message, line, column } of eslint!(text, names)) {
        const coordinate = places.findLast(([, at]) => at.file === file && at.line === line && at.column <= column)?.[0]
        if (rule === 'description' && isDescribed(coordinate ?? '')) continue
        made.push(findingOf(rule, message, coordinate, { file, line, column }))
      }
    }
    return made
  })
  const skipped: Finding[] = eslint ? [] : [withoutEslint]
  const kept = findings.filter(({ coordinate = '' }) => !settings.ignore.some((one) => fits(coordinate, one)))
  return [
    ...skipped,
    ...kept.map((finding) => ({ ...finding, level: levels[finding.rule as LintRuleName] as 'error' })),
  ]
}

const withoutEslint: Finding = {
  level: 'notice',
  kind: 'lint',
  rule: 'LINT_PARTLY',
  message: 'ESLint is not installed here: rules on names and descriptions are left out.',
  remedy: 'Install the development dependencies (npm ci without --omit=dev).',
}

function levelsOf({ rules }: ProjectFile['lint']): Record<LintRuleName, LintLevel> {
  const unknown = Object.keys(rules).find((name) => !lintRuleNames.includes(name as LintRuleName))
  if (unknown) throw new WrongUse(`There is no lint rule "${unknown}". There are: ${lintRuleNames.join(', ')}.`)
  const levels = lintRuleNames.map((name) => [name, rules[name] ?? ruleOf(name).level])
  return Object.fromEntries(levels) as Record<LintRuleName, LintLevel>
}

function findingOf(rule: LintRuleName, message: string, coordinate: string | undefined, at: Finding['at']): Finding {
  return { level: 'warning', kind: 'lint', rule, message, coordinate, remedy: ruleOf(rule).remedy, at }
}

interface Linting {
  names: readonly LintRuleName[]
  isComposite: (type: string) => boolean
  today: string
}

function ownFindings({ definitions }: DocumentNode, { names, isComposite, today }: Linting): Finding[] {
  const found: Finding[] = []
  const lintDate = (
    coordinate: string,
    node: Parameters<typeof deprecationFault>[1] & Parameters<typeof placeOf>[0],
  ) => {
    const message = names.includes('deprecation-date') && deprecationFault(coordinate, node, today)
    if (message) found.push(findingOf('deprecation-date', message, coordinate, placeOf(node)))
  }
  for (const definition of definitions) {
    if (!('name' in definition) || !definition.name) continue
    const type = definition.name.value
    if ('values' in definition)
      for (const value of definition.values ?? []) lintDate(`${type}.${value.name.value}`, value)
    if (!('fields' in definition)) continue
    for (const node of definition.fields ?? []) {
      if (node.kind === Kind.INPUT_VALUE_DEFINITION) {
        lintDate(`${type}.${node.name.value}`, node)
        continue
      }
      for (const name of names) {
        const message = ownRules[name]?.({ type, node, isComposite, today })
        if (message) found.push(findingOf(name, message, `${type}.${node.name.value}`, placeOf(node)))
      }
    }
  }
  return found
}

function compositesOf(subgraphs: readonly SubgraphSource[]): (type: string) => boolean {
  const names = new Set(
    subgraphs.flatMap(({ document }) =>
      document.definitions.flatMap((node) =>
        /^(Object|Interface|Union)Type/.test(node.kind) && 'name' in node ? [node.name?.value] : [],
      ),
    ),
  )
  return (type) => names.has(type)
}

/** Types whose name says all, and those that another subgraph describes. */
function describedTypes(subgraphs: readonly SubgraphSource[]): (type: string) => boolean {
  const described = new Set(
    subgraphs.flatMap(({ document }) =>
      document.definitions.flatMap((node) =>
        'description' in node && node.description && 'name' in node ? [node.name?.value] : [],
      ),
    ),
  )
  return (type) =>
    /^(Query|Mutation|Subscription|PageInfo)$|.(Connection|Edge|Input|Payload)$/.test(type) || described.has(type)
}

/** `*` stands for any characters. */
function fits(coordinate: string, pattern: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.()\\[\]{}^$+?|]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(coordinate)
}
