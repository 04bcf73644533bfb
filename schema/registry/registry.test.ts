import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { openTestDatabase, type TestDatabase } from '../../platform/database/testDatabase.ts'
import { usageFileStore } from '../usage/usageFile.ts'
import { describeUsageStore } from '../usage/usageStore.contract.ts'
import { daysAgo, type UsageCount } from '../usage/usageStore.ts'
import { parseSdl } from '../project/readSubgraphs.ts'
import type { SubgraphSource } from '../project/project.ts'
import { approve, listApprovals } from './approvals.ts'
import { publish, type Published } from './publish.ts'
import { registryUsageStore } from './registryUsage.ts'
import { rollBack } from './rollBack.ts'
import { listVersions, readCurrent, readSupergraph } from './versions.ts'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

let place: TestDatabase
const folder = mkdtempSync(join(tmpdir(), 'parley-usage-'))
beforeAll(async () => void (place = await openTestDatabase('registry')))
afterAll(async () => {
  await place.drop()
  rmSync(folder, { recursive: true })
})

const side = process.env['PARLEY_TEST_SERVICES'] === '1' ? 'MySQL' : 'SQLite'
let environments = 0
const fresh = () => `environment-${(environments += 1)}`
describeUsageStore(`the registry on ${side}`, (keepDays) => registryUsageStore(place.database, fresh(), keepDays))
describeUsageStore('a file', (keepDays) => usageFileStore(join(folder, `${fresh()}.jsonl`), keepDays))

const link = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])'
const subgraph = (name: string, fields: string): SubgraphSource => {
  const text = `${link}\ntype Query { ${fields} }`
  return { name, url: `http://${name}`, file: name, texts: [{ file: name, text }], document: parseSdl(text, name) }
}
const settings = { lint: { rules: {}, ignore: [] }, failOn: 'used' as const, contracts: {}, approvals: [] }
const signature = { author: 'ada', note: 'a note' }
const publishing = (environment: string, subgraphs: SubgraphSource[], usage?: UsageCount[]): Promise<Published> =>
  publish(place.database, { environment, subgraphs, remove: [], operations: undefined, usage, settings, signature })
const current = async (environment: string) => (await readCurrent(place.database, environment))!
const namesIn = async (environment: string) => (await current(environment)).subgraphs.map(({ name }) => name)
const problemsOf = ({ findings }: Published) => findings.filter(({ level }) => level === 'error')

describe(`a publication, on ${side}`, () => {
  test('is what the environment serves, whole, and stands in the changelog', async () => {
    const environment = fresh()
    expect(await publishing(environment, [subgraph('a', 'a: Int')])).toMatchObject({ outcome: 'published', number: 1 })
    expect(await publishing(environment, [subgraph('b', 'b: Int')])).toMatchObject({ outcome: 'published', number: 2 })
    expect(await namesIn(environment)).toEqual(['a', 'b'])
    expect(await readSupergraph(place.database, await current(environment))).toMatch(/join__Graph[\s\S]*http:\/\/b/)
    const [newest] = await listVersions(place.database, environment, 10)
    expect(newest).toMatchObject({
      author: 'ada',
      note: 'a note',
      changes: [{ coordinate: 'Query.b', criticality: 'safe' }],
    })
  })

  test('of what is there already makes no version', async () => {
    const environment = fresh()
    await publishing(environment, [subgraph('a', 'a: Int')])
    expect(await publishing(environment, [subgraph('a', 'a: Int')])).toMatchObject({ outcome: 'unchanged', number: 1 })
    expect(await listVersions(place.database, environment, 10)).toHaveLength(1)
  })

  test('that does not compose, or breaks whoever may use it, changes nothing', async () => {
    const environment = fresh()
    await publishing(environment, [subgraph('a', 'a: Int')])
    expect(await publishing(environment, [subgraph('b', 'a: Int')])).toMatchObject({ outcome: 'refused' })
    expect(await publishing(environment, [subgraph('a', 'c: Int')])).toMatchObject({ outcome: 'refused' })
    expect((await current(environment)).number).toBe(1)
  })

  test('that breaks nobody who was seen passes', async () => {
    const environment = fresh()
    await publishing(environment, [subgraph('a', 'a: Int b: Int')])
    const operation = { hash: 'h', name: 'query A', text: '', coordinates: ['Query', 'Query.a'] }
    const usage = [{ day: daysAgo(0), operation, client: { name: 'web', version: '1' }, requests: 3 }]
    expect(await publishing(environment, [subgraph('a', 'b: Int')], usage)).toMatchObject({ outcome: 'refused' })
    expect(await publishing(environment, [subgraph('a', 'a: Int')], usage)).toMatchObject({ outcome: 'published' })
  })

  test('that is approved passes once, and the changelog says who answers for it', async () => {
    const environment = fresh()
    await publishing(environment, [subgraph('a', 'a: Int b: Int')])
    const [problem] = problemsOf(await publishing(environment, [subgraph('a', 'a: Int')]))
    await approve(place.database, environment, problem!.id!, { by: 'eve', reason: 'gone' })
    expect(await publishing(environment, [subgraph('a', 'a: Int')])).toMatchObject({ outcome: 'published' })
    const [newest] = await listVersions(place.database, environment, 1)
    expect(newest!.changes).toMatchObject([{ coordinate: 'Query.b', approval: { by: 'eve', reason: 'gone' } }])
    expect(await listApprovals(place.database, environment)).toEqual([])
    await publishing(environment, [subgraph('a', 'a: Int b: Int')])
    expect(await publishing(environment, [subgraph('a', 'a: Int')])).toMatchObject({ outcome: 'refused' })
  })

  test('of many teams at once: each is there in the end, in versions without a gap', async () => {
    const environment = fresh()
    const teams = ['a', 'b', 'c', 'd', 'e']
    const published = await Promise.all(teams.map((name) => publishing(environment, [subgraph(name, `${name}: Int`)])))
    expect(published.map(({ outcome }) => outcome)).toEqual(teams.map(() => 'published'))
    expect(await namesIn(environment)).toEqual(teams)
    const numbers = (await listVersions(place.database, environment, 10)).map(({ number }) => number)
    expect(numbers).toEqual([5, 4, 3, 2, 1])
  })

  test('of two that do not fit together, at once: one is refused', async () => {
    const environment = fresh()
    await publishing(environment, [subgraph('base', 'base: Int')])
    const both = await Promise.all([
      publishing(environment, [subgraph('a', 'same: Int')]),
      publishing(environment, [subgraph('b', 'same: Int')]),
    ])
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['published', 'refused'])
  })
})

describe(`a rollback, on ${side}`, () => {
  const back = (environment: string, to?: number) => rollBack(place.database, { environment, to, signature })

  test('brings the version before back, step by step, and the history only grows', async () => {
    const environment = fresh()
    for (const fields of ['a: Int', 'a: Int b: Int', 'a: Int b: Int c: Int']) {
      await publishing(environment, [subgraph('a', fields)])
    }
    expect(await back(environment)).toMatchObject({ number: 4, restores: 2 })
    expect(await back(environment)).toMatchObject({ number: 5, restores: 1 })
    await expect(back(environment)).rejects.toThrow('is the first')
    expect(await back(environment, 3)).toMatchObject({ number: 6, restores: 3 })
    expect((await current(environment)).subgraphs[0]!.sdl).toContain('c: Int')
    await expect(back(environment, 9)).rejects.toThrow('there are 1 to 6')
  })

  test('of nothing says so', async () => {
    await expect(back(fresh())).rejects.toThrow('there is nothing to roll back')
  })
})
