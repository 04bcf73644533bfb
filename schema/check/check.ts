import type { ApiChange } from '../changes/apiChange.ts'
import { compareApis } from '../changes/compareApis.ts'
import { accessChanges } from '../federation/accessRules.ts'
import { deployRules } from '../federation/deployRules.ts'
import { entityRules } from '../federation/entityRules.ts'
import { readFederated } from '../federation/readFederated.ts'
import { lintSubgraphs } from '../lint/lintSubgraphs.ts'
import type { ProjectFile } from '../project/projectFile.ts'
import type { SubgraphSource } from '../project/project.ts'
import type { Finding } from '../report/finding.ts'
import { placesNear } from '../report/placesNear.ts'
import type { UsageCount } from '../usage/usageStore.ts'
import type { CommittedOperation } from '../uses/operations.ts'
import { operationKey, unfitOperations, usesOfOperations } from '../uses/usesOfOperations.ts'
import { contractFindings } from './contractFindings.ts'
import { judge, type Approval, type Evidence } from './judge.ts'
import type { State } from './state.ts'

export interface Checked {
  before: State | undefined
  after: State
  /** Undefined: none were given. */
  operations: readonly CommittedOperation[] | undefined
  usage: readonly UsageCount[] | undefined
  approvals: ReadonlyMap<string, Approval>
  settings: Pick<ProjectFile, 'lint' | 'failOn' | 'contracts' | 'approvals'>
}

/** Everything there is to say about a state of the graph, and about the way to it from another one. */
export async function check(given: Checked): Promise<Finding[]> {
  const { before, after, operations, settings } = given
  const inProject = settings.approvals.map(({ id, by, reason }) => [id, { by, reason }] as const)
  const checked = { ...given, approvals: new Map([...inProject, ...given.approvals]) }
  const changes = await changeFindings(checked)
  const federation = federationFindings(checked)
  // A change that fails has named its operations already.
  const told = new Set(changes.filter(isError).flatMap((one) => one.operations?.map(operationKey) ?? []))
  return [
    ...after.findings,
    ...(before && !before.api ? [uncomparable(before)] : []),
    ...changes,
    ...(after.api && operations ? unfitOperations(after.api, operations, told) : []),
    ...federation,
    ...(before ? unusedApprovals(settings.approvals, [...changes, ...federation]) : []),
    ...(await contractFindings(before, after, settings.contracts)),
    ...(await newLint(before, after, settings.lint)),
  ]
}

/** They have done their work: kept, they would let the same change pass some other day. */
const unusedApprovals = (approvals: ProjectFile['approvals'], findings: readonly Finding[]): Finding[] =>
  approvals
    .filter(({ id }) => findings.every((finding) => finding.id !== id))
    .map(({ id, by, reason }) => ({
      level: 'notice',
      kind: 'change',
      rule: 'APPROVAL_UNUSED',
      message: `The approval ${id} (${by}: ${reason}) meets no change here.`,
      remedy: `Once its change is merged and published: parley schema approve --withdraw ${id}`,
    }))

/** A file of the project is no SDL: what it brings is missing. */
const isUnreadable = ({ rule }: Finding) => rule === 'SYNTAX_ERROR' || rule === 'EMPTY_SCHEMA'

const isError = ({ level }: Finding) => level === 'error'

const uncomparable = ({ name, findings }: State): Finding => ({
  level: 'warning',
  kind: 'composition',
  rule: 'NOTHING_TO_COMPARE',
  message: `${name} does not compose itself (${findings.find(isError)?.message ?? 'it has no subgraphs'}), so changes are not known.`,
  remedy: 'Compare with a state that composes.',
})

const federated = (subgraphs: readonly SubgraphSource[] = []) => subgraphs.flatMap((one) => readFederated(one) ?? [])

async function changeFindings(checked: Checked): Promise<Finding[]> {
  const { before, after, operations } = checked
  if (!before?.api || !after.api) return []
  const evidence: Evidence = {
    operations: operations && usesOfOperations(before.api, operations),
    usage: checked.usage,
    approvals: checked.approvals,
    failOn: checked.settings.failOn,
    placeNear: placesNear(after.subgraphs ?? [], before.subgraphs ?? []),
  }
  const access: ApiChange[] =
    before.subgraphs && after.subgraphs ? accessChanges(federated(before.subgraphs), federated(after.subgraphs)) : []
  return [...(await compareApis(before.api, after.api)), ...access].map((change) => judge(change, evidence))
}

function federationFindings({ before, after, approvals }: Checked): Finding[] {
  const now = federated(after.subgraphs)
  // A subgraph that cannot be read is no subgraph that was removed.
  const isWhole = now.length === after.subgraphs?.length && !after.findings.some(isUnreadable)
  const onTheWay = before?.subgraphs && isWhole ? deployRules(federated(before.subgraphs), now) : []
  return [...entityRules(now), ...onTheWay].map((finding) => {
    const approval = finding.id === undefined ? undefined : approvals.get(finding.id)
    return approval ? { ...finding, level: 'warning', approval } : finding
  })
}

/** What is written badly, without what was so before: a check is about the change. */
async function newLint(before: State | undefined, after: State, settings: ProjectFile['lint']): Promise<Finding[]> {
  // Half of a graph looks worse written than it is.
  if (after.findings.some(isUnreadable)) return []
  const found = await lintSubgraphs(after.subgraphs ?? [], settings)
  if (!before?.subgraphs) return found
  const key = ({ rule, message, coordinate }: Finding) => `${rule} ${coordinate} ${message}`
  const known = new Set((await lintSubgraphs(before.subgraphs, settings)).map(key))
  return found.filter((finding) => !known.has(key(finding)))
}
