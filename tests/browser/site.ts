import { afterAll, beforeAll, beforeEach, expect, jest } from '@jest/globals'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { TestSystem } from '../harness/system.ts'
import { launch, Visitor } from './visitor.ts'

/** A running system, and a browser to visit it with, for the tests of one file. */
export function openSite(variables: Parameters<typeof TestSystem.start>[0] = {}) {
  let system: TestSystem
  let browser: Browser
  const walked = new Set<string>()
  // Several browsers on a busy machine: a click now and then meets a page that moves. What failed is printed all the same.
  jest.retryTimes(1, { logErrorsBeforeRetry: true })
  beforeAll(async () => {
    system = await TestSystem.start(variables)
    browser = await launch()
  })
  // Whoever walks a journey again finds a place where nothing has happened: its accounts are still to be made.
  beforeEach(async () => {
    const { currentTestName = '' } = expect.getState()
    if (walked.has(currentTestName)) {
      await Promise.all(browser.contexts().map((context) => context.close()))
      await system.stop()
      system = await TestSystem.start(variables)
    }
    walked.add(currentTestName)
  })
  afterAll(async () => {
    await browser?.close()
    await system?.stop()
  })

  return {
    get system() {
      return system
    },
    get browser() {
      return browser
    },
    get url() {
      return system.url
    },
    visitor: (options?: BrowserContextOptions): Promise<Visitor> => Visitor.open(browser, system.url, options),

    /** With a network line of their own, which can be cut. */
    visitorOnLine: (options?: BrowserContextOptions): Promise<Visitor> =>
      Visitor.openOnLine(browser, system.url, options),

    /** Someone with an account of their own, who has just come in. */
    async registered(name: string, handle: string): Promise<Visitor> {
      const visitor = await Visitor.open(browser, system.url)
      await visitor.page.goto(system.url)
      await visitor.page.getByRole('button', { name: 'Create an account' }).click()
      await visitor.register(name, handle)
      await visitor.page.getByText('No conversations yet').waitFor()
      return visitor
    },
  }
}
