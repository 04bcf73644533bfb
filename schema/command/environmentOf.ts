import type { ParseArgsOptionsConfig } from 'node:util'
import { isEnvironment } from '../registry/registry.ts'
import { text, type FlagValues } from './command.ts'
import { WrongUse } from './faults.ts'

/** The flags of commands that work on the registry. */
export const registryOptions = {
  environment: { type: 'string', short: 'e' },
  registry: { type: 'string' },
} as const satisfies ParseArgsOptionsConfig

export const registryFlags = {
  'environment NAME': 'which environment, such as production (-e)',
  'registry ADDRESS':
    'mysql://… or an SQLite file; default PARLEY_REGISTRY_DATABASE_URL (mysql://…), else registry.db in PARLEY_DATA',
}

/** @throws WrongUse  none is named, or it is no name */
export function environmentOf(flags: FlagValues): string {
  const name = text(flags, 'environment')
  if (name === undefined) throw new WrongUse('Which environment? Name it: --environment production')
  return checkedEnvironment(name)
}

export function checkedEnvironment(name: string): string {
  if (isEnvironment(name)) return name
  throw new WrongUse(`"${name}" is no environment: a name has up to 64 letters, digits, - and _, as in production.`)
}

/** The environment that `registry:NAME` names; undefined for anything else. */
export function environmentIn(place: string): string | undefined {
  if (place === 'registry') throw new WrongUse('registry needs an environment, as in registry:production.')
  return place.startsWith('registry:') ? checkedEnvironment(place.slice('registry:'.length)) : undefined
}
