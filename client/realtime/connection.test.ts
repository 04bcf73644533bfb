import { describe, expect, jest, test } from '@jest/globals'
import { serveTicks } from '../testing/serveTicks.ts'
import { given, givenApollo } from '../testing/ticking.ts'
import { until } from '../testing/until.ts'

const suite = serveTicks()
const { subscribedTimes } = suite

describe('how the connection is shown', () => {
  const followedAlone = () => {
    const { connection, followed } = given(suite.server)
    return { connection, leave: followed().leave }
  }
  test.each([
    ['followed', followedAlone],
    ['subscribed to with Apollo Client', () => givenApollo(suite.server)],
  ])('it is idle once nothing is %s any more, though it was lost', async (_how, open) => {
    const { connection, leave } = open()
    await subscribedTimes(1)
    const shown: string[] = []
    connection.subscribe(() => shown.push(connection.current()))
    await suite.server.stop()
    await until(() => connection.current() === 'waiting')
    leave()
    expect(shown).toEqual(['waiting', 'idle'])
  })

  test('whoever comes while it is lost is shown that it is', async () => {
    const { connection, followed } = given(suite.server)
    const first = followed()
    await subscribedTimes(1)
    await suite.server.stop()
    await until(() => connection.current() === 'waiting')
    first.leave()
    expect(connection.current()).toBe('idle')
    followed()
    await until(() => connection.current() === 'waiting')
  })

  test('it stays lost while one of two needs it', async () => {
    const { connection, followed } = given(suite.server)
    const [first, second] = [followed(), followed()]
    await subscribedTimes(2)
    await suite.server.stop()
    await until(() => connection.current() === 'waiting')
    first.leave()
    expect(connection.current()).toBe('waiting')
    second.leave()
    expect(connection.current()).toBe('idle')
  })

  test('a socket that is lost just after the last has left was not needed any more', async () => {
    const { connection, followed } = given(suite.server)
    const { leave, ending } = followed()
    await subscribedTimes(1)
    leave()
    await ending
    suite.server.cut()
    await until(() => connection.current() === 'idle')
    expect(suite.server.subscribed).toHaveLength(1)
  })

  test('one who shows it and fails harms nobody', async () => {
    const complaint = jest.spyOn(console, 'error').mockImplementation(() => undefined)
    const { connection, followed } = given(suite.server)
    const end = connection.subscribe(() => {
      throw new Error('Nothing to draw on')
    })
    const { revs } = followed()
    await subscribedTimes(1)
    suite.server.cut()
    await subscribedTimes(2)
    suite.server.tick(1)
    await until(() => revs.length === 1)
    expect(complaint).toHaveBeenCalled()
    end()
    complaint.mockRestore()
  })
})
