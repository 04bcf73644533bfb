import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { WrongUse } from '../command/faults.ts'
import type { Project, SubgraphPatterns } from './project.ts'
import { emptyProject, parseProjectFile, PROJECT_FILE, type ProjectFile } from './projectFile.ts'
import { workingTree } from './workingTree.ts'

export interface ProjectFlags {
  /** Path of the project file. */
  config?: string | undefined
  /** `name=file`, in place of those in the project file. */
  subgraph?: string[] | undefined
  /** `name=address`. */
  url?: string[] | undefined
  operations?: string[] | undefined
}

/**
 * The project that flags and the project file name.
 * @throws WrongUse  there is neither, or something in them is wrong
 */
export function openProject(flags: ProjectFlags, cwd: string): Project {
  const file = flags.config === undefined ? resolve(cwd, PROJECT_FILE) : resolve(cwd, flags.config)
  if (flags.config !== undefined && !existsSync(file)) throw new WrongUse(`There is no file ${flags.config}.`)
  const known = existsSync(file)
  // Flags alone are relative to where they are given.
  const root = known ? dirname(file) : cwd
  const written = known ? parseProjectFile(readFileSync(file, 'utf8'), flags.config ?? PROJECT_FILE) : emptyProject()
  const settings: ProjectFile = {
    ...written,
    urls: { ...written.urls, ...pairs('url', flags.url, 'products=http://products:4001/graphql') },
    ...(flags.operations ? { operations: flags.operations } : {}),
  }
  const where = flags.subgraph
    ? pairs('subgraph', flags.subgraph, 'products=products/schema.graphql')
    : patternsIn(written.subgraphs)
  if (typeof where !== 'string' && Object.keys(where).length === 0) {
    throw new WrongUse(
      `Which subgraphs? There is no ${PROJECT_FILE} here. Name each: --subgraph products=products/schema.graphql, ` +
        'or write the file (docs/schema-checks.md shows one).',
    )
  }
  return { root, settings, tree: workingTree(root), where }
}

function patternsIn(subgraphs: ProjectFile['subgraphs']): SubgraphPatterns {
  if (typeof subgraphs === 'string') return subgraphs
  return Object.fromEntries(
    Object.entries(subgraphs).map(([name, given]) => [name, typeof given === 'string' ? given : given.file]),
  )
}

function pairs(flag: string, given: string[] = [], example: string): Record<string, string> {
  const found = given.map((text) => {
    const at = text.indexOf('=')
    const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
    if (at < 1 || !value || !/^[\w-]{1,100}$/.test(name)) {
      throw new WrongUse(`--${flag} "${text}" is to be a name, = and a value, as in --${flag} ${example}.`)
    }
    return [name, value] as const
  })
  const twice = found.find(([name], at) => found.findIndex(([other]) => other === name) !== at)
  if (twice)
    throw new WrongUse(`--${flag} names "${twice[0]}" twice. Files of one subgraph: a glob, as in 'dir/*.graphql'.`)
  return Object.fromEntries(found)
}
