import type { Visitor } from './visitor.ts'

interface Held {
  /** The page has asked. */
  asked: Promise<void>
  /** Lets it go; resolves when the page is given the answer. */
  goOn(): Promise<void>
}

/** Holds what a page asks under this name, on its way to the server or on its way back: as a slow network does. */
export async function hold({ page }: Visitor, operation: string, part: 'request' | 'answer'): Promise<Held> {
  const [asked, released, answered] = Array.from({ length: 3 }, () => Promise.withResolvers<void>()) as Moments
  await page.route('**/graphql', async (route) => {
    if (!route.request().postData()?.includes(`"operationName":"${operation}"`)) return route.fallback()
    asked.resolve()
    if (part === 'request') await released.promise
    const response = await route.fetch()
    await released.promise
    await route.fulfill({ response })
    answered.resolve()
  })
  return {
    asked: asked.promise,
    goOn() {
      released.resolve()
      return answered.promise
    },
  }
}

type Moments = [PromiseWithResolvers<void>, PromiseWithResolvers<void>, PromiseWithResolvers<void>]
