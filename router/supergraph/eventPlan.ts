import type { SubgraphResult } from '../../platform/subgraph/subgraph.ts'
import type { PlanNode, SubscriptionNode } from '@apollo/query-planner'
import type { EventFetch } from './eventFetch.ts'
import type { Ask } from './execution/index.ts'
import type { Graph } from './graph.ts'
import { payloadProjection, type PayloadProjection } from './projectPayload.ts'

/** The name under which the plan of an event asks for the event itself. No subgraph can be called so. */
export const EVENT = '(event)'

/** The planner writes fragments out. */
const none = new Map<string, never>()

/** An event is a query: first for itself, then for what is left. */
export function eventPlan({ primary, rest }: Pick<SubscriptionNode, 'primary' | 'rest'>): PlanNode {
  const event = { ...primary, serviceName: EVENT, operationKind: 'query', variableUsages: [] } as typeof primary
  return { kind: 'Sequence', nodes: rest ? [event, rest] : [event] }
}

/** What the owner of the field would answer of a payload. The planner has settled all conditions. */
export function eventProjection({ supergraphSchema: schema }: Graph, fetch: EventFetch): PayloadProjection {
  const type = schema.getSubscriptionType()!.getFields()[fetch.field]!.type
  return payloadProjection({ schema, variables: {}, fragments: none }, type, fetch.selections)
}

/** Answers from the payload where it holds everything selected; else the owner of the field does, from the payload. */
export function eventSource(
  { owner, fetch, project, ask }: { owner: string; fetch: EventFetch; project: PayloadProjection; ask: Ask },
  payload: Record<string, unknown>,
  variables: Record<string, unknown>,
): Promise<SubgraphResult> {
  const projected = project(payload)
  if (projected !== undefined) return Promise.resolve({ data: { [fetch.responseKey]: projected } })
  const used = fetch.variableUsages.filter((name) => variables[name] !== undefined)
  const sent = Object.fromEntries([[fetch.payloadVariable, payload], ...used.map((name) => [name, variables[name]])])
  return ask(owner, { query: fetch.query, variables: sent as Record<string, unknown> })
}
