import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { composedState } from '../../check/state.ts'
import { outputsOf } from '../../composition/outputs.ts'
import { readSubgraphs } from '../../project/readSubgraphs.ts'
import { countOf } from '../../report/finding.ts'
import {
  isSet,
  projectFlags,
  projectOptions,
  reportFlags,
  reportOptions,
  text,
  type Command,
  type Io,
} from '../command.ts'
import { CouldNotRun, exitCodes, type ExitCode } from '../faults.ts'
import { projectOf } from '../projectOf.ts'
import { makeFolder } from '../makeFolder.ts'
import { writeReport } from '../writeReport.ts'

export const composeCommand: Command = {
  does: 'composes the subgraphs into a supergraph: into the files that the project names, or on standard output',
  usage: '[--out FILE] [--api FILE] [--check]',
  flags: {
    'out FILE': 'where the supergraph is written; without it and without a project file that says so, it is printed',
    'api FILE': 'where the API that clients see is written',
    check: 'writes nothing: fails when a file is not what the subgraphs compose to',
    ...projectFlags,
    ...reportFlags,
  },
  options: {
    out: { type: 'string' },
    api: { type: 'string' },
    check: { type: 'boolean' },
    ...projectOptions,
    ...reportOptions,
  },
  async run(io, flags) {
    const project = projectOf(io, flags)
    const state = composedState('the working tree', readSubgraphs(project))
    const { settings, root } = project
    const out = text(flags, 'out')
    const api = text(flags, 'api')
    // Subgraphs that flags name are another graph than that of the project's files.
    const named = flags['subgraph'] ? {} : settings.outputs
    const outputs = { ...named, ...(out ? { supergraph: out } : {}), ...(api ? { api } : {}) }
    const isPrinted = Object.keys(outputs).length === 0 && !isSet(flags, 'check')
    const report = { title: 'composition', findings: [...state.findings] }
    if (state.supergraph === undefined || countOf(report, 'error') > 0) {
      const code = writeReport(isPrinted ? { ...io, out: io.err } : io, flags, report, root)
      if (state.supergraph === undefined) return code
    }
    const composed = { supergraph: state.supergraph, api: state.api! }
    if (isPrinted) {
      io.out(composed.supergraph)
      return exitCodes.ok
    }
    const files = outputsOf(composed, { ...settings, outputs }, project.tree)
    return isSet(flags, 'check') ? reportStale(io, root, files) : write(io, root, files)
  },
}

const sentence = (files: readonly string[]) => new Intl.ListFormat('en').format(files)

function write(io: Io, root: string, files: Readonly<Record<string, string>>): ExitCode {
  for (const [file, content] of Object.entries(files)) {
    try {
      makeFolder(dirname(resolve(root, file)))
      writeFileSync(resolve(root, file), content)
    } catch (error) {
      throw new CouldNotRun(`${file} cannot be written: ${(error as Error).message}`)
    }
  }
  const names = Object.keys(files)
  io.out(`${sentence(names)} ${names.length === 1 ? 'is' : 'are'} written.\n`)
  return exitCodes.ok
}

function reportStale(io: Io, root: string, files: Readonly<Record<string, string>>): ExitCode {
  const stale = staleFiles(root, files)
  const names = Object.keys(files)
  if (stale.length === 0) {
    const current = `${sentence(names)} ${names.length === 1 ? 'is' : 'are'} current.`
    io.out(names.length === 0 ? 'The subgraphs compose.\n' : `${current}\n`)
    return exitCodes.ok
  }
  io.err(
    `Stale: ${stale.join(', ')}. Compose again (parley schema compose, or npm run schema) and commit the result.\n`,
  )
  return exitCodes.problems
}

/** The files that are not what they should be. */
export const staleFiles = (root: string, files: Readonly<Record<string, string>>): string[] =>
  Object.entries(files)
    .filter(
      ([file, content]) => !existsSync(resolve(root, file)) || readFileSync(resolve(root, file), 'utf8') !== content,
    )
    .map(([file]) => file)
