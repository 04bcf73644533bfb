import { parse, type GraphQLSchema } from 'graphql'
import { compareApis } from '../changes/compareApis.ts'
import { apiOf } from '../contracts/apiOf.ts'
import { contract, type Contract } from '../contracts/contract.ts'
import { ContractBroken } from '../contracts/contractBroken.ts'
import { tagsIn } from '../contracts/tags.ts'
import type { Finding } from '../report/finding.ts'
import type { State } from './state.ts'

/** Do the project's contracts still compose, and does what they show stay? A tag that is gone takes fields from clients. */
export async function contractFindings(
  before: State | undefined,
  after: State,
  contracts: Readonly<Record<string, Contract>>,
): Promise<Finding[]> {
  const { supergraph } = after
  if (supergraph === undefined || Object.keys(contracts).length === 0) return []
  const tags = tagsIn(parse(supergraph))
  const all = Object.entries(contracts).map(async ([name, rules]): Promise<Finding[]> => {
    try {
      const api = apiOf(contract(supergraph, rules))
      return [...withoutEffect(name, rules, tags), ...(await narrowed(name, rules, before, { ...after, api }))]
    } catch (error) {
      if (!(error instanceof ContractBroken)) throw error
      return [
        {
          level: 'error',
          kind: 'contract',
          rule: 'CONTRACT_BROKEN',
          message: `The contract "${name}" leaves no schema: ${error.reason}`,
          remedy: error.remedy,
        },
      ]
    }
  })
  return (await Promise.all(all)).flat()
}

/** A name that was mistyped would show to everyone what it is to keep back. */
const withoutEffect = (name: string, { exclude }: Contract, tags: ReadonlySet<string>): Finding[] =>
  exclude
    .filter((tag) => !tags.has(tag))
    .map((tag) => ({
      level: 'warning',
      kind: 'contract',
      rule: 'CONTRACT_TAG_UNUSED',
      message: `The contract "${name}" excludes the tag "${tag}", and nothing has it.`,
      remedy: `Correct its name (the tags are: ${[...tags].sort().join(', ') || 'none'}), or take it out of the contract.`,
    }))

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
