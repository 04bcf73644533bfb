import { findChromium } from './tests/browser/findChromium.ts'

/**
 * One configuration for every suite; PARLEY_TEST_SERVICES=1 makes the same suites run on MySQL, Redis and Kafka, and with
 * them those that kill processes and restart these services.
 */
const onServices = process.env.PARLEY_TEST_SERVICES === '1'

/** The browser suites need one: `PARLEY_CHROMIUM`, or a Chromium or Chrome on the PATH. */
const browser = findChromium()
if (!browser)
  console.warn('No Chromium found: the browser suites are left out. Install one, or name it in PARLEY_CHROMIUM.')

export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript', tsx: true } }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  testPathIgnorePatterns: [
    '/node_modules/',
    '/data/',
    '/dist/',
    ...(onServices ? [] : ['/tests/faults/']),
    ...(browser ? [] : ['/tests/browser/']),
  ],
  // Suites wait more than they compute: a worker on each core, not all but one.
  maxWorkers: '100%',
  ...(browser ? { globalSetup: './tests/browser/buildOnce.ts' } : {}),
  testTimeout: 30_000,
}
