import type { QueryPlan, SubscriptionNode } from '@apollo/query-planner'
import type { DataSource, DataSourceResponse } from './dataSources.ts'
import { ask } from './dataSources.ts'
import type { EventFetch } from './eventFetch.ts'
import type { LiveParts } from './liveOperation.ts'
import { projectPayload } from './projectPayload.ts'
import type { RequestContext } from './supergraph.ts'

/** The name under which the plan of an event asks for the event itself. No subgraph can be called so. */
export const EVENT = '(event)'

/** The planner writes fragments out. */
const none = new Map<string, never>()

/** @apollo/gateway's executor refuses subscriptions, so an event is a query: first for itself, then for what is left. */
export function eventPlan({ primary, rest }: Pick<SubscriptionNode, 'primary' | 'rest'>): QueryPlan {
  const event = { ...primary, serviceName: EVENT, operationKind: 'query', variableUsages: [] } as typeof primary
  return { kind: 'QueryPlan', node: { kind: 'Sequence', nodes: rest ? [event, rest] : [event] } }
}

/** Answers from the payload where it holds everything selected; else the owner of the field does, from the payload. */
export function eventSource(
  parts: Pick<LiveParts, 'graph' | 'subgraphs' | 'report'>,
  owner: string,
  fetch: EventFetch,
  payload: Record<string, unknown>,
  variables: Record<string, unknown>,
): DataSource {
  const { supergraphSchema: schema } = parts.graph
  const type = schema.getSubscriptionType()!.getFields()[fetch.field]!.type
  return {
    async process({ context }) {
      const projected = projectPayload({ schema, variables, fragments: none }, type, fetch.selections, payload)
      if (projected !== undefined) return { data: { [fetch.responseKey]: projected } }
      const used = fetch.variableUsages.filter((name) => variables[name] !== undefined)
      const sent = Object.fromEntries([
        [fetch.payloadVariable, payload],
        ...used.map((name) => [name, variables[name]]),
      ])
      const request = { query: fetch.query, variables: sent as Record<string, unknown> }
      return (await ask(owner, parts, request, context as RequestContext)) as DataSourceResponse
    },
  }
}
