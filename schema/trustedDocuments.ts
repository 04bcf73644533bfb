import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { Kind, parse, type DocumentNode } from 'graphql'
import { documentId, normalForm } from '../router/supergraph/trusted/normalForm.ts'

/** The safelist: each operation of `folder`, by its id. The fragments of a client may lie in any of its files. */
export function trustedDocuments(folder: URL): string {
  const entries: [id: string, operation: string][] = []
  for (const client of existsSync(folder) ? readdirSync(folder).sort() : []) {
    const document = readAll(new URL(`${client}/`, folder))
    for (const node of document.definitions) {
      if (node.kind !== Kind.OPERATION_DEFINITION) continue
      const name = node.name?.value
      entries.push([documentId(normalForm(document, name)), `${client}/${name ?? ''}`])
    }
  }
  return `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`
}

function readAll(folder: URL): DocumentNode {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'))
  return parse(
    files
      .sort()
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n'),
  )
}
