import { Kind, parse, Source, type DocumentNode, type GraphQLError } from 'graphql'
import type { Finding } from '../report/finding.ts'
import { WrongUse } from '../command/faults.ts'
import type { Project, SubgraphSource } from './project.ts'
import type { Tree } from './tree.ts'

export interface ReadSubgraphs {
  subgraphs: SubgraphSource[]
  /** Files that are no SDL; what they should have brought is missing from `subgraphs`. */
  findings: Finding[]
}

/**
 * The subgraphs of a project in one of its states, in the order of their names.
 * @throws WrongUse  a subgraph is named whose files are not in the working tree; a past state just lacks it
 */
export function readSubgraphs(project: Project, tree: Tree = project.tree): ReadSubgraphs {
  const read: ReadSubgraphs = { subgraphs: [], findings: [] }
  for (const [name, files] of filesOf(project, tree)) {
    const url = urlOf(project, name)
    const texts = files.map((file) => ({ file, text: tree.read(file) }))
    const document = parseAll(name, texts, read.findings)
    if (document) read.subgraphs.push({ name, url, file: files[0]!, texts, document })
  }
  return read
}

function filesOf({ where, tree: now }: Project, tree: Tree): [name: string, files: string[]][] {
  if (typeof where !== 'string') {
    const found = Object.entries(where).map(([name, pattern]): [string, string[]] => [name, tree.files(pattern)])
    const missing = found.find(([, files]) => files.length === 0)
    if (missing && tree === now)
      throw new WrongUse(`The subgraph "${missing[0]}" has no file: ${where[missing[0]]} is not there.`)
    return found.filter(([, files]) => files.length > 0).sort(([a], [b]) => (a < b ? -1 : 1))
  }
  const [before = '', after = ''] = where.split('{name}')
  const found = tree.files(`${before}*${after}`).map((file): [string, string[]] => {
    const start = before.replace(/^\.\//, '').length
    return [file.slice(start, file.length - after.length), [file]]
  })
  if (found.length === 0 && tree === now) throw new WrongUse(`There are no subgraphs: no file fits ${where}.`)
  return found
}

function urlOf({ settings }: Project, name: string): string {
  const own = typeof settings.subgraphs === 'string' ? undefined : settings.subgraphs[name]
  return settings.urls[name] ?? (typeof own === 'object' ? own.url : undefined) ?? `http://${name}:4000/graphql`
}

/** Undefined: at least one of the texts is no SDL, which is a finding. */
function parseAll(
  name: string,
  texts: { file: string; text: string }[],
  findings: Finding[],
): DocumentNode | undefined {
  const documents = texts.flatMap(({ file, text }) => {
    try {
      return [parseSdl(text, file)]
    } catch (error) {
      findings.push(syntaxFinding(name, file, text, error as GraphQLError))
      return []
    }
  })
  if (documents.length < texts.length) return undefined
  return { kind: Kind.DOCUMENT, definitions: documents.flatMap(({ definitions }) => definitions) }
}

export const parseSdl = (text: string, file: string): DocumentNode => parse(new Source(text, file))

function syntaxFinding(name: string, file: string, text: string, error: GraphQLError): Finding {
  const isEmpty = text.replace(/#.*/g, '').trim() === ''
  const [{ line, column } = { line: 1, column: 1 }] = error.locations ?? []
  return {
    level: 'error',
    kind: 'composition',
    rule: isEmpty ? 'EMPTY_SCHEMA' : 'SYNTAX_ERROR',
    message: isEmpty
      ? `The schema of the subgraph "${name}" is empty.`
      : `The schema of the subgraph "${name}" is no GraphQL: ${error.message.replace(/^Syntax Error: /, '')}`,
    remedy: isEmpty
      ? 'Write its types into the file, or take the subgraph out of the project.'
      : 'Correct the text at this place; what is wrong may begin a few words before it.',
    at: { file, line, column },
  }
}
