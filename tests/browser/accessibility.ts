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

/**
 * Runs in the page: resolves once what has changed is on the screen, and what moves has come to rest. It looks again rather than
 * waiting to be told: an animation whose element goes never ends, and a page that is not drawn has no frames.
 */
async function painted(): Promise<void> {
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve)
      setTimeout(resolve, 200)
    })
  const moves = () =>
    document
      .getAnimations()
      .some(({ effect, playState }) => playState === 'running' && effect?.getTiming().iterations !== Infinity)
  for (let frames = 0; frames < 2 || moves(); frames++) await frame()
}
