import axe, { type AxeResults } from 'axe-core'
import type { Visitor } from './visitor.ts'

/** What axe-core finds serious or critical in the page as it stands, each with the rule, the element and the reason. */
async function faultsOf({ page }: Visitor, rules: string[] | undefined): Promise<string[]> {
  await page.evaluate(painted)
  // Not as a script element: the page's own policy lets none in.
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }
    // One that axe holds for experimental: whoever speaks to the page says what they see.
    const rules = runOnly ? {} : { 'label-content-name-mismatch': { enabled: true } }
    return axe.run({ resultTypes: ['violations'], rules, ...(runOnly && { runOnly }) })
  }, rules)
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary ?? ''}`))
}

/** Everything in light colours; in dark ones, what colours make of it. */
export async function faultsInBothColours(visitor: Visitor): Promise<string[]> {
  await visitor.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await faultsOf(visitor, undefined)
  await visitor.page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await faultsOf(visitor, ['color-contrast'])
  return [...light.map((fault) => `light ${fault}`), ...dark.map((fault) => `dark ${fault}`)]
}

/** Runs in the page: resolves once what has changed is on the screen, and what moves has come to rest. */
async function painted(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
  const ending = document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations !== Infinity)
  await Promise.all(ending.map((animation) => animation.finished.catch(() => undefined)))
}
