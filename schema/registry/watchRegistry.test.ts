import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { requireCurrentSchema } from '../../platform/database/index.ts'
import { openTestDatabase, type TestDatabase } from '../../platform/database/testDatabase.ts'
import { ConfigurationError } from '../../platform/errors.ts'
import { createLogger } from '../../platform/telemetry/index.ts'
import { until } from '../../platform/time/until.ts'
import { addVersion } from './addVersion.ts'
import type { Registry } from './registry.ts'
import { watchRegistry, type RegistryWatch, type WatchOptions } from './watchRegistry.ts'

let place: TestDatabase
let folder: string
const watches: RegistryWatch[] = []
beforeEach(async () => {
  place = await openTestDatabase('registry')
  folder = mkdtempSync(join(tmpdir(), 'parley-watch-'))
})
afterEach(async () => {
  await Promise.all(watches.splice(0).map((watch) => watch.close()))
  await place.drop()
  rmSync(folder, { recursive: true })
})

async function watch(given: Partial<WatchOptions> = {}, registry: Registry = place.database): Promise<RegistryWatch> {
  const logger = createLogger({ log: { level: 'silent', format: 'json' } })
  const cacheFile = join(folder, 'supergraph.graphql')
  const check = () => requireCurrentSchema(registry)
  const started = await watchRegistry(registry, { environment: 'a', everyMs: 20, cacheFile, logger, check, ...given })
  watches.push(started)
  return started
}

const serve = (supergraph: string, after: number) =>
  addVersion(place.database, {
    ...{ environment: 'a', after, supergraph, subgraphs: [], changes: [] },
    signature: { author: 'ada', note: '' },
  })

/** A registry that nothing reaches, as when its server is down. */
const away = (): Registry =>
  new Proxy(place.database, {
    get: (target, name) =>
      name === 'select' || name === 'rows'
        ? () => {
            throw new Error('no way there')
          }
        : Reflect.get(target, name),
  })

test('every newer version is handed over, once', async () => {
  await serve('one', 0)
  const started = await watch()
  expect(started.text).toBe('one')
  const seen: string[] = []
  started.start((text) => seen.push(text))
  await serve('two', 1)
  await until(() => seen.length > 0, 'the second version did not come')
  await serve('three', 2)
  await until(() => seen.length > 1, 'the third version did not come')
  expect(seen).toEqual(['two', 'three'])
})

test('while the registry is away, one starts with what was read last', async () => {
  await serve('one', 0)
  await watch()
  await expect(watch({ cacheFile: join(folder, 'never') }, away())).rejects.toThrow('cannot be read: no way there')
  const started = await watch({}, away())
  expect(started.text).toBe('one')
})

test('where nothing was published, it says how to begin', async () => {
  await expect(watch()).rejects.toThrow('parley schema publish --environment a')
})

test('a registry with other tables is not gone on without', async () => {
  await serve('one', 0)
  await watch()
  const check = () => Promise.reject(new ConfigurationError('The registry database lacks 1 migration(s).'))
  await expect(watch({ check })).rejects.toThrow('lacks 1 migration(s)')
})
