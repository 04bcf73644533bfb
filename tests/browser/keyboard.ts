import type { Page } from 'playwright-core'
import { until } from '../../platform/time/until.ts'

/** More stops of Tab than any page of these tests has. */
const mostStops = 80

/** Someone without a mouse. */
export class Keyboard {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** What the element with the focus is called; null where nothing has it. */
  focused(): Promise<string | null> {
    return this.#page.evaluate(() => {
      const element = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLElement> }
      if (!element || element === document.body) return null
      return element.ariaLabel ?? element.labels?.[0]?.textContent ?? element.textContent
    })
  }

  /** Resolves once the focus is on what is called so. */
  async isOn(name: RegExp): Promise<void> {
    let found: string | null = null
    await until(
      async () => name.test((found = await this.focused()) ?? ''),
      () => `the focus is on ${found}, not on ${name}`,
    )
  }

  /** Goes there stop by stop. */
  async tabTo(name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
    await this.#go(name, key)
  }

  /** Along an open menu. */
  async choose(name: RegExp): Promise<void> {
    await this.#page.getByRole('menu').and(this.#page.locator(':popover-open')).waitFor()
    await this.#go(name, 'ArrowDown')
    await this.press('Enter')
  }

  press(key: string): Promise<void> {
    return this.#page.keyboard.press(key)
  }

  type(text: string): Promise<void> {
    return this.#page.keyboard.type(text)
  }

  async #go(name: RegExp, key: string): Promise<void> {
    const passed: (string | null)[] = []
    while (!name.test((await this.focused()) ?? '')) {
      passed.push(await this.focused())
      if (passed.length > mostStops) throw new Error(`${key} does not lead to ${name}, but to ${passed.join(', ')}`)
      await this.press(key)
    }
  }
}
