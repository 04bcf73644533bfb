import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import ts from 'typescript'
import { blocksIn, nameOf, root } from './blocks.ts'

/** The README's reader knows these from the sentence before; a comment for this test has no place on its page. */
const readme = `
import { gql } from '@apollo/client'
declare const session: import('@parley/client').TokenSource
declare const [id, rev, show]: [string, number, (data: unknown) => void]
const CONVERSATION_EVENTS = gql\`subscription { me }\``

/** Checked together, each as a module of its own: where its first line says that it stands, or else in this folder. */
const blocks = blocksIn('ts', 'tsx')
  // What developers of the web client read in its folders are fragments.
  .filter(({ page }) => !page.startsWith('web/'))
  .map((block, n) => {
    const given = block.page === 'README.md' ? readme : block.given
    const folder = /^\/\/ (\S+)\/\S+\.tsx?\n/.exec(block.code)?.[1] ?? 'docs/blocks'
    return {
      name: nameOf(block),
      file: join(root, folder, `block${n}.${block.language}`),
      text: `${given}\n${block.code}\nexport {}\n`,
      // Lines of the page, not of what was put before the block.
      shift: block.line - 1 - given.split('\n').length,
    }
  })

function complaints(): string[] {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(config, { ...ts.sys, readDirectory: () => [] }, root)
  const host = ts.createCompilerHost(options)
  const texts = new Map(blocks.map(({ file, text }) => [file, text]))
  const { fileExists, readFile, getSourceFile } = host
  host.fileExists = (file) => texts.has(file) || fileExists(file)
  host.readFile = (file) => texts.get(file) ?? readFile(file)
  host.getSourceFile = (file, version, ...rest) => {
    const text = texts.get(file)
    return text === undefined ? getSourceFile(file, version, ...rest) : ts.createSourceFile(file, text, version, true)
  }
  const program = ts.createProgram(
    [...texts.keys()],
    { ...options, noUnusedLocals: false, noUnusedParameters: false },
    host,
  )
  return blocks.flatMap(({ name, file, shift }) => {
    const source = program.getSourceFile(file)!
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return found.map(({ messageText, start }) => {
      const line = source.getLineAndCharacterOfPosition(start ?? 0).line + 1 + shift
      return `${name}, line ${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`
    })
  })
}

test('every block of TypeScript fits the types of what it uses', () => {
  expect(blocks.length).toBeGreaterThan(5)
  expect(complaints()).toEqual([])
})
