import { expect, test } from '@jest/globals'
import { until } from '../../platform/time/until.ts'
import { Alarms } from './alarms.ts'

const sleeper = (name: string, woken: string[]) => ({ wake: () => void woken.push(name) })

test('each is woken after its time and not before, also one that is due before those set earlier', async () => {
  const [alarms, woken, start] = [new Alarms(), [] as string[], Date.now()]
  const [late, soon] = [start + 600, start + 150]
  alarms.set(late, { wake: () => woken.push(Date.now() >= late ? 'late' : 'too early') })
  alarms.set(soon, { wake: () => woken.push(Date.now() >= soon ? 'soon' : 'too early') })
  alarms.set(start - 5_000, sleeper('past', woken))
  await until(() => woken.length === 3)
  expect(woken).toEqual(['past', 'soon', 'late'])
})

test('one that is cleared sleeps on, others of its time are woken; who is woken may set the next', async () => {
  const [alarms, woken, at] = [new Alarms(), [] as string[], Date.now() + 150]
  const gone = sleeper('gone', woken)
  alarms.set(at, gone)
  alarms.set(at, { wake: () => alarms.set(Date.now() + 50, sleeper('next', woken)) })
  alarms.clear(at, gone)
  alarms.clear(at + 10_000, gone)
  await until(() => woken.length === 1)
  expect(woken).toEqual(['next'])
})

test('a time that no timer can hold is no time to wake', async () => {
  const [alarms, woken] = [new Alarms(), [] as string[]]
  alarms.set(Infinity, sleeper('never', woken))
  alarms.set(Date.now() + 2 ** 40, sleeper('in decades', woken))
  alarms.set(Date.now() + 50, sleeper('soon', woken))
  await until(() => woken.length === 1)
  expect(woken).toEqual(['soon'])
})
