import { Kind } from 'graphql'
import { basename, dirname } from 'node:path'
import { documentId, normalForm } from '../router/supergraph/trusted/normalForm.ts'
import type { Tree } from './project/tree.ts'
import { WrongUse } from './command/faults.ts'
import { readOperations } from './uses/operations.ts'

/**
 * The safelist: each operation by its id, named after the folder of its client.
 * @throws WrongUse  an operation is no GraphQL
 */
export function trustedDocuments(tree: Tree, patterns: readonly string[]): string {
  const { operations, findings } = readOperations(tree, patterns)
  const [fault] = findings
  if (fault) throw new WrongUse(`${fault.at?.file}:${fault.at?.line} ${fault.message}`)
  const entries = operations.map(({ document, at }): [id: string, operation: string] => {
    const node = document.definitions.find(({ kind }) => kind === Kind.OPERATION_DEFINITION)
    const name = node?.kind === Kind.OPERATION_DEFINITION ? node.name?.value : undefined
    return [documentId(normalForm(document, name)), `${basename(dirname(at.file))}/${name ?? ''}`]
  })
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
}
