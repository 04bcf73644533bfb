import type { DocumentNode } from 'graphql'
import type { ProjectFile } from './projectFile.ts'
import type { Tree } from './tree.ts'

/** One subgraph as it is written. Every node of `document` knows its file and line. */
export interface SubgraphSource {
  readonly name: string
  /** What the composed schema holds as its address; a router may be told another. */
  readonly url: string
  /** The one file of it, or the first. */
  readonly file: string
  readonly texts: readonly { file: string; text: string }[]
  readonly document: DocumentNode
}

/** A federated graph and the operations of its clients, as the flags and `parley.schema.json` name them. */
export interface Project {
  /** Absolute path; everything in the file is relative to it. */
  readonly root: string
  readonly settings: ProjectFile
  readonly tree: Tree
  /** Patterns of files by subgraph, as they hold for any state of the project. */
  readonly where: SubgraphPatterns
}

/** A pattern with `{name}` in it, or the files of each subgraph by its name. */
export type SubgraphPatterns = string | Record<string, string>
