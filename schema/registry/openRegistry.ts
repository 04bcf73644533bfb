import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readConfig } from '../../platform/config/index.ts'
import { migrate, openDatabase } from '../../platform/database/index.ts'
import { ConfigurationError, knownError } from '../../platform/errors.ts'
import { CouldNotRun, WrongUse } from '../command/faults.ts'
import type { Registry } from './registry.ts'

/**
 * Runs `work` on the registry that an address or the environment names, brought to the tables of this version. A file is
 * made only where that is said.
 * @throws WrongUse     the address is none, or there is no such file
 * @throws CouldNotRun  it cannot be reached
 */
export async function withRegistry<T>(
  env: Readonly<Record<string, string | undefined>>,
  address: string | undefined,
  work: (registry: Registry) => Promise<T>,
  { make = false } = {},
): Promise<T> {
  const url = address === undefined ? configuredUrl(env) : urlOf(address)
  const file = fileOf(url)
  if (!make && file !== undefined && !existsSync(file)) {
    throw new WrongUse(
      `There is no schema registry ${placeOf(url)}. Name it with --registry or PARLEY_REGISTRY_DATABASE_URL; ` +
        'a first `parley schema publish` makes a new one.',
    )
  }
  let registry: Registry | undefined
  try {
    registry = await openDatabase({ name: 'registry', url })
    await migrate(registry)
    return await work(registry)
  } catch (error) {
    throw asFault(error, url)
  } finally {
    await registry?.close().catch(() => {})
  }
}

function configuredUrl(env: Readonly<Record<string, string | undefined>>): string {
  const { PARLEY_REGISTRY_DATABASE_URL, PARLEY_DATA } = env
  try {
    return readConfig({ PARLEY_REGISTRY_DATABASE_URL, PARLEY_DATA }, {}, 'migrate').databases.registry
  } catch (error) {
    throw new WrongUse((error as Error).message)
  }
}

function urlOf(address: string): string {
  if (address.startsWith('mysql://')) {
    if (URL.canParse(address) && new URL(address).pathname.length > 1) return address
    throw new WrongUse('--registry must name a database: mysql://user:password@host:3306/name')
  }
  return pathToFileURL(resolve(address.replace(/^file:(\/\/)?/, ''))).href
}

const fileOf = (url: string): string | undefined =>
  url.startsWith('file:///') ? fileURLToPath(url) : url.startsWith('file:') ? url.slice('file:'.length) : undefined

/** Where a registry is, without the password in its address. */
const placeOf = (url: string): string =>
  url.startsWith('mysql:') ? `at ${new URL(url).host}${new URL(url).pathname}` : `in ${fileOf(url)}`

function asFault(error: unknown, url: string): unknown {
  if (error instanceof WrongUse || error instanceof CouldNotRun) return error
  const known = knownError(error)
  const { code, message, cause } = error as NodeJS.ErrnoException & { cause?: Error }
  if (known instanceof ConfigurationError) return new CouldNotRun(known.message)
  if (known || code !== undefined || cause) {
    const why = [message, known ? (known.cause as Error | undefined)?.message : cause?.message].filter(Boolean)
    return new CouldNotRun(`The schema registry ${placeOf(url)} cannot be used: ${why.join(' ')}`)
  }
  return error
}
