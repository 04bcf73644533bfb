/** What a suite gets for `@jest/globals`: what suite.ts has laid ready for it before it imported the suite. */
import type * as jestGlobals from '@jest/globals'

/** The name under which suite.ts lays it ready. */
const ready = (globalThis as { [key: symbol]: unknown })[Symbol.for('parley.jestGlobals')] as typeof jestGlobals

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest, test } = ready
