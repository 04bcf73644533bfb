import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type WorkerEnvironment from './environment.ts'
import { importSuite } from './modules.ts'

const require = createRequire(import.meta.url)
/** The framework of jest-circus/runner, which its own runner would load into a virtual context. */
const framework = join(dirname(require.resolve('jest-circus')), 'jestAdapterInit.js')

type Framework = {
  initialize(parts: Record<string, unknown>): Promise<{ globals: Record<string, unknown> }>
  runAndTransformResultsToJestFormat(parts: Record<string, unknown>): Promise<Record<string, unknown>>
}

let suites = 0

/** Jest's `testRunner`: runs one suite in this worker, and answers with its results. */
export default async function runSuite(
  globalConfig: object,
  config: object,
  environment: WorkerEnvironment,
  runtime: object,
  testPath: string,
  sendMessageToJest?: unknown,
): Promise<unknown> {
  const { initialize, runAndTransformResultsToJestFormat } = freshFramework()
  const ready = (globals: object) => {
    const jest = { fn: environment.fn, spyOn: environment.spyOn, retryTimes }
    Object.assign(globalThis, { [Symbol.for('parley.jestGlobals')]: { ...globals, jest } })
  }
  await initialize({
    config,
    environment,
    globalConfig,
    localRequire: require,
    parentProcess: process,
    runtime,
    sendMessageToJest,
    setGlobalsForRuntime: ready,
    testPath,
  })
  await importSuite(testPath, ++suites)
  return runAndTransformResultsToJestFormat({ config, globalConfig, setupAfterEnvPerfStats: {}, testPath })
}

/** It keeps the tests that it knows in its module: each suite has one of its own. */
function freshFramework(): Framework {
  delete require.cache[framework]
  Reflect.deleteProperty(globalThis, Symbol.for('EVENT_HANDLERS'))
  return require(framework) as Framework
}

/** Where jest-circus looks for what `jest.retryTimes` was told; the environment takes it away again. */
function retryTimes(times: number, { logErrorsBeforeRetry = false } = {}): void {
  Object.assign(globalThis, {
    [Symbol.for('RETRY_TIMES')]: times,
    [Symbol.for('LOG_ERRORS_BEFORE_RETRY')]: logErrorsBeforeRetry,
  })
}
