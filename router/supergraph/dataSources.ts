import type { ServiceMap } from '@apollo/gateway'
import { Kind, parse } from 'graphql'
import type { GraphQLFormattedError } from 'graphql'
import type { SubgraphClient, SubgraphRequest, SubgraphResult } from '../../platform/subgraph/subgraph.ts'
import { ParleyError, Unavailable } from '../../platform/errors.ts'
import type { RequestContext } from './supergraph.ts'

export type DataSource = ServiceMap[string]
export type DataSourceOptions = Parameters<DataSource['process']>[0]
export type DataSourceResponse = Awaited<ReturnType<DataSource['process']>>

/** Hears why a subgraph gave no answer, under its name. */
export type ReportFailure = (subgraph: string, error: unknown, context: RequestContext) => void

export interface Asking {
  subgraphs: (name: string) => SubgraphClient
  report: ReportFailure
}

/** What an operation on a subgraph takes from the client's request. */
export function subgraphRequest(
  query: string,
  variables: Record<string, unknown>,
  { authorization, requestId, address, userAgent, signal }: RequestContext,
): SubgraphRequest {
  return {
    query,
    variables,
    requestId,
    ...(authorization === undefined ? {} : { authorization }),
    ...(address === undefined ? {} : { address }),
    ...(userAgent === undefined ? {} : { userAgent }),
    ...(signal === undefined ? {} : { signal }),
  }
}

/** Lets a plan's fetches reach a subgraph. One that gives no answer is an error at each field that it owed. */
export function subgraphDataSource(name: string, asking: Asking): DataSource {
  return {
    async process({ request, context }) {
      const { query = '', variables = {} } = request
      return (await ask(name, asking, { query, variables }, context as RequestContext)) as DataSourceResponse
    },
  }
}

/** Asks a subgraph. Never rejects. */
export async function ask(
  name: string,
  { subgraphs, report }: Asking,
  { query, variables }: { query: string; variables: Record<string, unknown> },
  context: RequestContext,
): Promise<SubgraphResult> {
  try {
    return await subgraphs(name).execute(subgraphRequest(query, variables, context))
  } catch (error) {
    report(name, error, context)
    const known = error instanceof ParleyError ? error : undefined
    const { code, retriable } = Unavailable
    const extensions = known?.extensions ?? { code, retriable }
    const message = 'A part of the system cannot be reached. What it would have answered is missing.'
    return { data: null, errors: owedPaths(query).map((path) => ({ message, path, extensions })) }
  }
}

/** For a fetch of entities, which stand anywhere, the first one speaks for all. */
function owedPaths(query: string): NonNullable<GraphQLFormattedError['path']>[] {
  const [operation] = parse(query, { noLocation: true }).definitions
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [[]]
  return operation.selectionSet.selections.flatMap((field) => {
    if (field.kind !== Kind.FIELD) return []
    return field.name.value === '_entities' ? [['_entities', 0]] : [[field.alias?.value ?? field.name.value]]
  })
}
