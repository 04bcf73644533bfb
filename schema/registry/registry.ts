import type { Database } from '../../platform/database/index.ts'

/** What the functions of this folder work on. */
export type Registry = Database

/** One subgraph as it was published. */
export interface PublishedSubgraph {
  readonly name: string
  readonly url: string
  readonly sdl: string
}

/** What was served in an environment from one moment to the next version. */
export interface VersionSummary {
  readonly environment: string
  readonly number: number
  /** Of a rollback, the version that it brought back. */
  readonly restores: number | undefined
  readonly author: string
  readonly note: string
  /** Milliseconds since 1970 in UTC. */
  readonly createdAt: number
  readonly changes: readonly PublishedChange[]
  readonly supergraphHash: string
}

export interface Version extends VersionSummary {
  readonly subgraphs: readonly PublishedSubgraph[]
}

/** A change as the changelog tells it. */
export interface PublishedChange {
  readonly id?: string | undefined
  readonly criticality: string
  readonly coordinate: string
  readonly message: string
  readonly approval?: { readonly by: string; readonly reason: string } | undefined
}

export interface Signature {
  /** At most 200 characters. */
  readonly author: string
  /** At most 1000 characters. */
  readonly note: string
}

const ENVIRONMENT = /^[A-Za-z0-9][\w-]{0,63}$/

export const isEnvironment = (name: string): boolean => ENVIRONMENT.test(name)
