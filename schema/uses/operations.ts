import { Kind, parse, Source, visit } from 'graphql'
import type { DocumentNode, FragmentDefinitionNode, GraphQLError, OperationDefinitionNode } from 'graphql'
import { dirname } from 'node:path'
import { WrongUse } from '../command/faults.ts'
import type { Finding, Place } from '../report/finding.ts'
import { placeOf } from '../report/placeOf.ts'
import type { Tree } from '../project/tree.ts'
import { embeddedDocuments } from './embeddedDocuments.ts'

/** An operation that a client sends, as its repository holds it. */
export interface CommittedOperation {
  /** As in `query Inbox`. */
  readonly name: string
  readonly at: Place
  /** It and the fragments that it uses. */
  readonly document: DocumentNode
}

/**
 * The operations in files that fit `patterns`. A fragment is looked for in the same file, in the same folder, then wherever
 * it lies nearest: two clients may use one name for different fragments.
 * @throws WrongUse  a pattern names one file, and it is not there
 */
export function readOperations(
  tree: Tree,
  patterns: readonly string[],
): { operations: CommittedOperation[]; findings: Finding[] } {
  const findings: Finding[] = []
  const parsed = [...new Set(patterns.flatMap((pattern) => filesFor(tree, pattern)))].flatMap((file) =>
    parseFile(file, tree.read(file), findings),
  )
  const fragments = parsed.flatMap((document) => document.definitions.filter(isFragment))
  const operations = parsed.flatMap((document) =>
    document.definitions.filter(isOperation).map((node): CommittedOperation => {
      const at = placeOf(node)!
      return { name: nameOf(node), at, document: withFragments(node, fragments, at.file) }
    }),
  )
  return { operations, findings }
}

function filesFor(tree: Tree, pattern: string): string[] {
  const found = tree.files(pattern)
  if (found.length === 0) throw new WrongUse(`There are no operations: no file fits ${pattern}.`)
  return found
}

function parseFile(file: string, text: string, findings: Finding[]): DocumentNode[] {
  const isGraphql = /\.(graphql|gql)s?$/.test(file)
  const sources = isGraphql ? [new Source(text, file)] : embeddedDocuments(text, file)
  return sources.flatMap((source) => {
    if (source.body.replace(/#.*/g, '').trim() === '') return []
    try {
      return [parse(source)]
    } catch (error) {
      const [at] = (error as GraphQLError).locations ?? []
      const { line, column } = at ?? { line: 1, column: 1 }
      findings.push({
        level: 'error',
        kind: 'operation',
        rule: 'OPERATION_SYNTAX',
        message: `An operation is no GraphQL: ${(error as Error).message.replace(/^Syntax Error: /, '')}`,
        remedy: 'Correct the text at this place.',
        at: { file, line: line + source.locationOffset.line - 1, column },
      })
      return []
    }
  })
}

const isFragment = (node: { kind: string }): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION
const isOperation = (node: { kind: string }): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION
const nameOf = ({ operation, name }: OperationDefinitionNode) => `${operation} ${name?.value ?? '(without a name)'}`

function withFragments(
  operation: OperationDefinitionNode,
  all: readonly FragmentDefinitionNode[],
  file: string,
): DocumentNode {
  const used = new Map<string, FragmentDefinitionNode>()
  const follow = (node: OperationDefinitionNode | FragmentDefinitionNode): void => {
    visit(node, {
      [Kind.FRAGMENT_SPREAD]({ name: { value } }) {
        if (used.has(value)) return
        const found = nearest(
          all.filter(({ name }) => name.value === value),
          file,
        )
        if (!found) return
        used.set(value, found)
        follow(found)
      },
    })
  }
  follow(operation)
  return { kind: Kind.DOCUMENT, definitions: [operation, ...used.values()] }
}

function nearest(candidates: FragmentDefinitionNode[], file: string): FragmentDefinitionNode | undefined {
  const nearness = (node: FragmentDefinitionNode): number => {
    const other = node.loc?.source.name ?? ''
    if (other === file) return Infinity
    const [a, b] = [dirname(file).split('/'), dirname(other).split('/')]
    const shared = a.findIndex((part, at) => part !== b[at])
    return shared === -1 ? a.length : shared
  }
  return candidates.toSorted((a, b) => nearness(b) - nearness(a))[0]
}
