import { expect, test } from '@jest/globals'
import { join } from 'node:path'
import ts from 'typescript'

const folder = import.meta.dirname

/** The declarations of the package, by the paths of their files. */
function declarations(): Map<string, string> {
  const { config } = ts.readConfigFile(join(folder, 'tsconfig.build.json'), (path) => ts.sys.readFile(path))
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, folder)
  const emitted = new Map<string, string>()
  const host = ts.createCompilerHost(options)
  host.writeFile = (path, text) => emitted.set(path, text)
  const entries = ['index.ts', 'operations/index.ts'].map((path) => join(folder, path))
  ts.createProgram(entries, { ...options, emitDeclarationOnly: true }, host).emit()
  return emitted
}

test('an app in Node, whose TypeScript knows no browser, understands every declaration of the package', () => {
  const emitted = declarations()
  const options = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
  }
  const host = ts.createCompilerHost(options)
  const { fileExists, readFile, getSourceFile } = host
  // TypeScript looks for a file only in a folder that is there, and these are nowhere.
  host.directoryExists = () => true
  host.fileExists = (path) => emitted.has(path) || fileExists(path)
  host.readFile = (path) => emitted.get(path) ?? readFile(path)
  host.getSourceFile = (path, version, ...rest) => {
    const text = emitted.get(path)
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version, true)
  }
  const program = ts.createProgram([...emitted.keys()], options, host)
  const complaints = [...emitted.keys()].flatMap((path) => {
    const source = program.getSourceFile(path)!
    const found = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return found.map(({ messageText }) => `${path}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`)
  })
  expect(emitted.size).toBeGreaterThan(10)
  expect(complaints).toEqual([])
})
