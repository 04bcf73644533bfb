import { availableParallelism } from 'node:os'
import { findChromium } from './tests/browser/findChromium.ts'

/**
 * One configuration for every suite; PARLEY_TEST_SERVICES=1 makes the same suites run on MySQL, Redis and Kafka. Those that
 * kill processes and restart these services run there too, alone, when they are named (tests/onServices.ts).
 */
const onServices = process.env.PARLEY_TEST_SERVICES === '1'

/**
 * What takes long runs where it proves most, on services; `npm run test:all`, or its name, runs it on the embedded parts
 * too. So `npm test` stays something that one runs often.
 */
const isNamed = process.argv.slice(2).some((argument) => !argument.startsWith('-'))
const everything = onServices || isNamed || process.env.PARLEY_TEST_ALL === '1'
const long = [
  '/docs/site/',
  '/docs/blocks/',
  '/schema/command/(approvals|mistakes|registryCommands)',
  '/platform/objects/objectStore',
  '/subgraphs/conversations/tests/permissions',
  '/subgraphs/messages/tests/(attachmentsModel|scale)',
  '/tests/attachments/(bucket|reading|removal|scheduled)',
  '/tests/browser/(?!conversation)',
  '/tests/client/',
  '/tests/hostile/',
  '/tests/integrators/(export|page|webhook)',
  '/tests/examples/',
  '/tests/invariants/(growth|inboxModel|pages)',
  '/tests/live/(idle|typing)',
  '/tests/load/',
  '/tests/notifications/(push|rules)',
  '/tests/permissions/permissions',
  '/tests/standalone/',
  '/tests/tracing/',
]

/** What touches no database, event log, pub/sub or key-value store says nothing new on services. */
const withoutServices = [
  '/client/',
  '/docker/',
  '/docs/(?!site/|blocks/)',
  '/router/(?!realtime/engine/streams)',
  '/schema/(?!registry|command/(approvals|mistakes|registryCommands))',
  '/web/',
]

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
    ...(onServices && !isNamed ? withoutServices.map((folder) => `<rootDir>${folder}`) : []),
    ...(onServices && isNamed ? [] : ['/tests/faults/']),
    ...(browser ? [] : ['/tests/browser/']),
    ...(everything ? [] : long),
  ],
  // Suites wait, too: more workers than cores.
  maxWorkers: Math.ceil(1.5 * availableParallelism()),
  // Modules of one suite are not given back to the next one: a worker that holds many is slow.
  workerIdleMemoryLimit: '700MB',
  ...(browser ? { globalSetup: './tests/browser/buildOnce.ts' } : {}),
  // It ends what hangs; what a test waits for has a shorter patience (platform/time/until.ts).
  testTimeout: 450_000,
}
