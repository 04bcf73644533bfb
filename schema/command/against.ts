import { existsSync, readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { buildASTSchema, GraphQLError, type GraphQLSchema } from 'graphql'
import { composedState, type State } from '../check/state.ts'
import { apiOf } from '../contracts/apiOf.ts'
import { gitTree } from '../project/gitTree.ts'
import type { Project } from '../project/project.ts'
import { parseSdl, readSubgraphs } from '../project/readSubgraphs.ts'
import { WrongUse } from './faults.ts'

/**
 * The state that `--against` names: a file with a composed schema or an API, or the subgraphs as a git ref has them.
 * @throws WrongUse  it is neither
 */
export function stateAgainst(project: Project, against: string): State {
  const file = resolve(project.root, against)
  if (existsSync(file) && statSync(file).isFile()) return fileState(against, readFileSync(file, 'utf8'))
  const tree = gitTree(project.root, against)
  const read = readSubgraphs(project, tree)
  if (read.subgraphs.length === 0 && read.findings.length === 0) {
    throw new WrongUse(`${against} has no subgraphs at the places of this project: there is nothing to compare with.`)
  }
  return composedState(against, read)
}

function fileState(name: string, text: string): State {
  const state = { name, subgraphs: undefined, findings: [] }
  try {
    const isSupergraph = /\bjoin__Graph\b/.test(text)
    return isSupergraph
      ? { ...state, supergraph: text, api: apiOf(text) }
      : { ...state, supergraph: undefined, api: apiSchema(name, text) }
  } catch (error) {
    if (error instanceof WrongUse) throw error
    throw new WrongUse(`${name} is neither a composed schema nor an API: ${(error as Error).message}`)
  }
}

function apiSchema(name: string, text: string): GraphQLSchema {
  if (text.replace(/#.*/g, '').trim() === '') throw new WrongUse(`${name} is empty: there is nothing to compare with.`)
  try {
    return buildASTSchema(parseSdl(text, name))
  } catch (error) {
    const [{ line } = { line: undefined }] = error instanceof GraphQLError ? (error.locations ?? []) : []
    const place = line === undefined ? '' : ` (line ${line})`
    throw new WrongUse(
      `${name}${place} is neither a composed schema nor an API: ${(error as Error).message.split('\n')[0]} ` +
        'For the file of one subgraph, compare with a git ref, or compose it first.',
    )
  }
}
