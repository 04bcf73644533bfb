import { ROUTER_SUPPORTED_SUPERGRAPH_FEATURES, Supergraph } from '@apollo/federation-internals'
import type { GraphQLSchema } from 'graphql'
import { compareApis } from '../changes/compareApis.ts'
import { contract, type Contract } from '../contract.ts'
import type { Finding } from '../report/finding.ts'
import type { State } from './state.ts'

/** Do the project's contracts still compose, and does what they show stay? A tag that is gone takes fields from clients. */
export async function contractFindings(
  before: State | undefined,
  after: State,
  contracts: Readonly<Record<string, Contract>>,
): Promise<Finding[]> {
  const { supergraph } = after
  if (supergraph === undefined) return []
  const all = Object.entries(contracts).map(async ([name, rules]): Promise<Finding[]> => {
    try {
      const api = apiOf(contract(supergraph, rules))
      return await narrowed(name, rules, before, { ...after, api })
    } catch (error) {
      return [
        {
          level: 'error',
          kind: 'contract',
          rule: 'CONTRACT_BROKEN',
          message: `The contract "${name}" leaves no schema: ${(error as Error).message.split('\n\n')[0]}`,
          remedy: 'Tag what its fields lead to as well, or take the tag from the fields that lead there.',
        },
      ]
    }
  })
  return (await Promise.all(all)).flat()
}

/** Fields that the full API keeps, and the contract does not. */
async function narrowed(name: string, rules: Contract, before: State | undefined, after: State): Promise<Finding[]> {
  if (before?.supergraph === undefined || !before.api || !after.api) return []
  const earlier = tryContract(before.supergraph, rules)
  if (!earlier) return []
  const changes = await compareApis(earlier, after.api)
  const inFull = new Set((await compareApis(before.api, apiOf(after.supergraph!))).map(({ id }) => id))
  return changes
    .filter(({ criticality, id }) => criticality === 'breaking' && !inFull.has(id))
    .map(({ message, coordinate }) => ({
      level: 'error',
      kind: 'contract',
      rule: 'CONTRACT_NARROWED',
      criticality: 'breaking',
      coordinate,
      message: `In the contract "${name}": ${message}`,
      remedy: 'Give it its tag back, or tell those whom the contract serves and take it away at a date.',
    }))
}

function tryContract(supergraph: string, rules: Contract): GraphQLSchema | undefined {
  try {
    return apiOf(contract(supergraph, rules))
  } catch {
    return undefined
  }
}

/** What clients see of a supergraph. */
export const apiOf = (supergraph: string): GraphQLSchema =>
  Supergraph.build(supergraph, { supportedFeatures: ROUTER_SUPPORTED_SUPERGRAPH_FEATURES })
    .apiSchema()
    .toGraphQLJSSchema()
