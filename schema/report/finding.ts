/** An error fails the check, a warning is for people to weigh, a notice is for those who ask for everything. */
export type Level = 'error' | 'warning' | 'notice'

/** Where something is written; lines and columns count from 1. */
export interface Place {
  file: string
  line: number
  column: number
}

export interface OperationUse extends Place {
  /** As in `query Inbox`. */
  name: string
  /** The file of the operation itself; what uses the part may be a fragment in another. */
  definedIn: string
}

/** What the router has seen. */
export interface RecordedUse {
  requests: number
  /** Such as `web 2.1.0`, the busiest first. */
  clients: string[]
  /** Names of operations, the busiest first. */
  operations: string[]
  /** The last day with a request, YYYY-MM-DD in UTC. */
  lastDay: string
}

/** One thing that a check has to say. */
export interface Finding {
  level: Level
  kind: 'composition' | 'change' | 'operation' | 'federation' | 'lint' | 'contract'
  /** Its name for machines: Apollo's composition codes, graphql-inspector's change types, our rules. */
  rule: string
  /** One sentence, which names the field. */
  message: string
  /** As in `Query.products`, `Query.products(first:)`, `Color.RED`. */
  coordinate?: string | undefined
  /** What to do about it. */
  remedy?: string | undefined
  at?: Place | undefined
  criticality?: 'breaking' | 'dangerous' | 'safe' | undefined
  /** The committed operations that it hits. */
  operations?: OperationUse[] | undefined
  usage?: RecordedUse | undefined
  /** Names the change in `parley schema approve`: the same change has the same id wherever it is found. */
  id?: string | undefined
  approval?: { by: string; reason: string } | undefined
}

export interface Report {
  /** What was looked at, as in `3 subgraphs against main`. */
  title: string
  findings: Finding[]
}

export const countOf = ({ findings }: Report, level: Level): number =>
  findings.filter((finding) => finding.level === level).length

const order: Record<Level, number> = { error: 0, warning: 1, notice: 2 }

/** The worst first; else in the order in which they were found. */
export const sorted = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => order[a.level] - order[b.level])
