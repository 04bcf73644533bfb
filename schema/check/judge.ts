import type { ApiChange } from '../changes/apiChange.ts'
import type { FailOn } from '../project/projectFile.ts'
import type { Finding, Level, OperationUse } from '../report/finding.ts'
import type { PlaceNear } from '../report/placesNear.ts'
import { recordedUse } from '../usage/recordedUse.ts'
import type { UsageCount } from '../usage/usageStore.ts'
import { operationKey, type Uses } from '../uses/usesOfOperations.ts'

export interface Approval {
  by: string
  reason: string
}

/** What is known of those whom a change may hit. */
export interface Evidence {
  /** Undefined: no operations were given. */
  operations: Uses | undefined
  /** Undefined: no records were given. */
  usage: readonly UsageCount[] | undefined
  /** By the id of the change. */
  approvals: ReadonlyMap<string, Approval>
  failOn: FailOn
  placeNear: PlaceNear
}

/** What a change means: a problem when it breaks someone, something to weigh when it may, nothing when it does not. */
export function judge(change: ApiChange, evidence: Evidence): Finding {
  const { id, type, message, coordinate, criticality } = change
  const approval = evidence.approvals.get(id)
  const hits = criticality === 'safe' ? {} : hitsOf(change, evidence)
  const level = levelOf(change, evidence, isHit(hits))
  const isOpen = level !== 'notice' && !approval
  return {
    level: approval && level === 'error' ? 'warning' : level,
    kind: 'change',
    rule: type,
    message: `${message}${isOpen ? whoUsesIt(change, evidence, isHit(hits)) : ''}`,
    coordinate,
    criticality,
    at: evidence.placeNear(coordinate),
    ...hits,
    ...(criticality === 'safe' ? {} : { id, remedy: change.remedy }),
    ...(approval ? { approval } : {}),
  }
}

type Hits = Pick<Finding, 'operations' | 'usage'>

const isHit = ({ operations, usage }: Hits) => (operations?.length ?? 0) > 0 || usage !== undefined

function hitsOf({ touches }: ApiChange, { operations, usage }: Evidence): Hits {
  const [first, ...others] = touches.map((one) => operations?.get(one) ?? [])
  const isIn = (uses: readonly OperationUse[], use: OperationUse) =>
    uses.some((one) => operationKey(one) === operationKey(use))
  return {
    operations: (first ?? []).filter((use) => others.every((uses) => isIn(uses, use))),
    usage: usage && recordedUse(usage, touches),
  }
}

const isUnknown = ({ operations, usage }: Evidence) => operations === undefined && usage === undefined

function levelOf({ criticality }: ApiChange, evidence: Evidence, hit: boolean): Level {
  const { failOn } = evidence
  if (criticality === 'safe') return 'notice'
  if (criticality === 'dangerous') return failOn === 'dangerous' ? 'error' : hit ? 'warning' : 'notice'
  return hit || failOn !== 'used' || isUnknown(evidence) ? 'error' : 'warning'
}

function whoUsesIt({ criticality }: ApiChange, evidence: Evidence, hit: boolean): string {
  if (criticality !== 'breaking' || hit) return ''
  if (isUnknown(evidence)) return ' Neither operations nor recorded usage were given, so anyone may use it.'
  const looked = [
    evidence.operations ? 'no committed operation' : '',
    evidence.usage ? 'no recorded request' : '',
  ].filter(Boolean)
  return ` Nobody is known to use it: ${looked.join(' and ')} does.`
}
