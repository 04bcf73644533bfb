import type { Registry } from '../registry/registry.ts'
import { currentNumber, listEnvironments } from '../registry/versions.ts'
import { didYouMean } from './didYouMean.ts'
import { WrongUse } from './faults.ts'

/** @throws WrongUse  nothing was published there, which is often a slip of the fingers */
export async function requireEnvironment(registry: Registry, environment: string): Promise<void> {
  if ((await currentNumber(registry, environment)) > 0) return
  const known = await listEnvironments(registry)
  const there = known.length > 0 ? `${didYouMean(environment, known)} There are: ${known.join(', ')}.` : ''
  throw new WrongUse(
    `Nothing was published to ${environment} yet.${there} A first publication makes it: ` +
      `parley schema publish --environment ${environment}`,
  )
}
