import { check } from '../check/check.ts'
import type { Approval } from '../check/judge.ts'
import { composedState, type State } from '../check/state.ts'
import { CouldNotRun } from '../command/faults.ts'
import type { ProjectFile } from '../project/projectFile.ts'
import { parseSdl } from '../project/readSubgraphs.ts'
import type { SubgraphSource } from '../project/project.ts'
import type { Finding } from '../report/finding.ts'
import type { UsageCount } from '../usage/usageStore.ts'
import type { CommittedOperation } from '../uses/operations.ts'
import { addVersion } from './addVersion.ts'
import { approvalsById } from './approvals.ts'
import type { PublishedChange, PublishedSubgraph, Registry, Signature, Version } from './registry.ts'
import { readCurrent } from './versions.ts'

export interface Publication {
  environment: string
  /** They take the places of those of their names; the others stay. */
  subgraphs: readonly SubgraphSource[]
  remove: readonly string[]
  operations: readonly CommittedOperation[] | undefined
  usage: readonly UsageCount[] | undefined
  settings: Pick<ProjectFile, 'lint' | 'failOn' | 'contracts' | 'approvals'>
  signature: Signature
}

export type Published =
  /** `findings`: what the checks say; none of them is a problem. */
  | { outcome: 'published'; number: number; findings: Finding[] }
  | { outcome: 'unchanged'; number: number; findings: Finding[] }
  /** Nothing was changed: routers go on with what they have. */
  | { outcome: 'refused'; findings: Finding[] }

const ATTEMPTS = 10

/**
 * Makes schemas the ones that routers of an environment get, if they compose with those of the others and break nobody.
 * Of two that publish at once, the second is checked against what the first has made.
 * @throws CouldNotRun  others publish without a pause
 */
export async function publish(registry: Registry, publication: Publication): Promise<Published> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const published = await tryToPublish(registry, publication)
    if (published) return published
  }
  throw new CouldNotRun(`Others published to ${publication.environment} ${ATTEMPTS} times in between. Try again.`)
}

async function tryToPublish(registry: Registry, publication: Publication): Promise<Published | undefined> {
  const { environment, signature } = publication
  const current = await readCurrent(registry, environment)
  const next = nextSubgraphs(current, publication)
  const subgraphs = next.map(({ name, url, texts }) => ({ name, url, sdl: texts.map(({ text }) => text).join('\n') }))
  const strangers = notThere(current, publication)
  if (current && isSame(current.subgraphs, subgraphs)) {
    return { outcome: 'unchanged', number: current.number, findings: strangers }
  }
  const after = composedState('this publication', { subgraphs: next, findings: [] })
  const approvals = await approvalsById(registry, environment)
  const checked = await checkPublication(publication, current && stateOf(current), after, approvals)
  const findings = [...checked, ...strangers]
  if (after.supergraph === undefined || findings.some(({ level }) => level === 'error')) {
    return { outcome: 'refused', findings }
  }
  const number = await addVersion(registry, {
    ...{ environment, subgraphs, signature },
    after: current?.number ?? 0,
    supergraph: after.supergraph,
    changes: changesOf(findings),
  })
  return number === undefined ? undefined : { outcome: 'published', number, findings }
}

function checkPublication(
  { operations, usage, settings, subgraphs }: Publication,
  before: State | undefined,
  after: State,
  approvals: ReadonlyMap<string, Approval>,
): Promise<Finding[]> {
  // How others write their schemas is not this publication's business.
  const own = subgraphs.map(({ name }) => name)
  return check({ before, after, operations, usage, approvals, settings }).then((found) =>
    found.filter(({ kind, at }) => kind !== 'lint' || own.some((name) => isIn(subgraphs, name, at?.file))),
  )
}

const isIn = (subgraphs: readonly SubgraphSource[], name: string, file: string | undefined) =>
  subgraphs.some((one) => one.name === name && one.texts.some((text) => text.file === file))

function nextSubgraphs(current: Version | undefined, { subgraphs, remove }: Publication): SubgraphSource[] {
  const next = new Map(current?.subgraphs.map((one) => [one.name, sourceOf(one, current)]))
  for (const name of remove) next.delete(name)
  for (const subgraph of subgraphs) next.set(subgraph.name, subgraph)
  return [...next.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** No error, since a publication may be tried again; but a name that was mistyped is to be seen. */
const notThere = (current: Version | undefined, { environment, remove }: Publication): Finding[] =>
  remove
    .filter((name) => !current?.subgraphs.some((one) => one.name === name))
    .map((name) => ({
      level: 'warning',
      kind: 'composition',
      rule: 'SUBGRAPH_UNKNOWN',
      message: `There is no subgraph "${name}" in ${environment} to be removed.`,
      remedy: `It has: ${current?.subgraphs.map((one) => one.name).join(', ') || 'none'}.`,
    }))

/** A subgraph as the registry has it, in the form of one on the disk. */
function sourceOf({ name, url, sdl }: PublishedSubgraph, { environment, number }: Version): SubgraphSource {
  const file = `${name} (version ${number} of ${environment})`
  return { name, url, file, texts: [{ file, text: sdl }], document: parseSdl(sdl, file) }
}

/** A version as something to compare with. */
export function stateOf(version: Version): State {
  const subgraphs = version.subgraphs.map((one) => sourceOf(one, version))
  return composedState(`version ${version.number} of ${version.environment}`, { subgraphs, findings: [] })
}

const isSame = (a: readonly PublishedSubgraph[], b: readonly PublishedSubgraph[]): boolean =>
  a.length === b.length &&
  a.every(({ name, url, sdl }) => b.some((other) => other.name === name && other.url === url && other.sdl === sdl))

const CHANGES_KEPT = 2_000

const changesOf = (findings: readonly Finding[]): PublishedChange[] =>
  findings
    .filter(({ criticality }) => criticality !== undefined)
    .slice(0, CHANGES_KEPT)
    .map(({ id, criticality, coordinate = '', message, approval }) => ({
      ...{ id, criticality: criticality!, coordinate, message },
      ...(approval ? { approval } : {}),
    }))
