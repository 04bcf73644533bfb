import { connect, createServer, type AddressInfo } from 'node:net'
import { expect, test } from '@jest/globals'
import { pino } from 'pino'
import { ConfigurationError, Unavailable } from '../errors.ts'
import { until } from '../time/until.ts'
import { openDatabase, reachDatabase } from './index.ts'
import { openTestDatabase } from './testDatabase.ts'

const told: string[] = []
const logger = pino({}, { write: (line) => void told.push(line) })

const reach = async (url: string, patienceMs?: number) => {
  const database = await openDatabase({ name: 'users', url })
  try {
    await reachDatabase(database, { url, logger, ...(patienceMs === undefined ? {} : { patienceMs }) })
  } finally {
    await database.close()
  }
}

test('a database that is not there is reported with advice, without the password', async () => {
  const error = await reach('mysql://parley:hunter2@127.0.0.1:1/parley', 1).catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(Unavailable)
  expect((error as Error).message).toMatch(
    /^The users database at 127\.0\.0\.1:1\/parley can't be reached\. Start MySQL, or correct PARLEY_USERS_DATABASE_URL/,
  )
  expect((error as Error).message).not.toContain('hunter2')
  expect((error as Error).cause).toMatchObject({ code: 'ECONNREFUSED' })
})

if (process.env.PARLEY_TEST_SERVICES === '1') {
  test('a MySQL that comes up later is waited for', async () => {
    const place = await openTestDatabase('users', { migrated: false })
    const address = new URL(place.url)
    const [port, host] = [Number(address.port || 3306), address.hostname]
    const door = createServer((socket) => void socket.pipe(connect(port, host)).pipe(socket))
    const open = (at: number) => new Promise<void>((resolve) => door.listen(at, '127.0.0.1', resolve))
    await open(0)
    const { port: free } = door.address() as AddressInfo
    await new Promise((resolve) => door.close(resolve))

    told.length = 0
    Object.assign(address, { hostname: '127.0.0.1', port: String(free) })
    const reached = reach(address.href)
    await until(() => told.some((line) => line.includes("can't be reached yet")))
    await open(free)
    await reached
    expect(told.join('')).toMatch(/users database at 127\.0\.0\.1:\d+\/\S+ can't be reached yet \(.*ECONNREFUSED/)
    expect(told.join('')).not.toContain(place.url)
    await new Promise((resolve) => door.close(resolve))
    await place.drop()
  })

  test('a password that is refused ends the wait at once', async () => {
    const place = await openTestDatabase('users', { migrated: false })
    const address = Object.assign(new URL(place.url), { password: 'wrong' })
    const error = await reach(address.href).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(ConfigurationError)
    expect((error as Error).message).toContain('answers, and refuses. Correct PARLEY_USERS_DATABASE_URL.')
    await place.drop()
  })
}
