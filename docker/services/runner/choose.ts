import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findOnPath, succeeds } from '../run.ts'
import type { ServicesState } from '../state.ts'
import { composeProgram, docker } from './docker.ts'
import { native } from './native.ts'
import type { Runner } from './runner.ts'

export const runners: Record<ServicesState['runner'], Runner> = { docker, native }

/**
 * Docker where an engine answers and has the images or can pull them, else processes of this machine.
 * `PARLEY_SERVICES_RUNNER` (docker or native) chooses instead.
 */
export async function chooseRunner(signal?: AbortSignal): Promise<ServicesState['runner']> {
  const wanted = process.env.PARLEY_SERVICES_RUNNER || 'any'
  if (!['docker', 'native', 'any'].includes(wanted)) {
    throw new Error(`PARLEY_SERVICES_RUNNER is "${wanted}": it must be docker or native, or not set`)
  }
  if (wanted === 'native') return 'native'
  const obstacle = await dockerObstacle(signal)
  if (!obstacle) return 'docker'
  if (wanted === 'any' && process.platform === 'linux') return 'native'
  throw new Error(`${obstacle}, then try again`)
}

/** What to do before Docker can run the services; undefined when it can. */
async function dockerObstacle(signal?: AbortSignal): Promise<string | undefined> {
  if (!findOnPath('docker')) return 'Docker is missing: install it'
  if (!(await succeeds('docker', ['info'], { signal, timeoutMs: 5000 }))) return 'no Docker engine answers: start it'
  if (!(await composeProgram())) return 'Docker is here but Compose is not: install its Compose plugin'
  return (await haveImages(signal))
    ? undefined
    : 'the images can neither be found nor pulled: see `docker pull redis:7`'
}

async function haveImages(signal?: AbortSignal): Promise<boolean> {
  const composeFile = readFileSync(join(import.meta.dirname, '../compose.yml'), 'utf8')
  const images = [...composeFile.matchAll(/^ {4}image: (\S+)$/gm)].map(([, image = '']) => image)
  const present = await Promise.all(images.map((image) => succeeds('docker', ['image', 'inspect', image], { signal })))
  const missing = images.filter((_, index) => !present[index])
  // Whether a registry is reached shows on the first image, the smallest; the others may then take their time.
  const [first, ...others] = missing.sort((a, b) => Number(b.startsWith('redis')) - Number(a.startsWith('redis')))
  if (first && !(await succeeds('docker', ['pull', '-q', first], { signal, timeoutMs: 30_000 }))) return false
  const pulled = await Promise.all(others.map((image) => succeeds('docker', ['pull', '-q', image], { signal })))
  return pulled.every(Boolean)
}
