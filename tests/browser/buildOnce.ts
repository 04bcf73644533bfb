import { execFileSync } from 'node:child_process'

/** Suites that open what is built. */
const usesBuild = /^tests\/?$|browser|pages|router\/http|(^|\/)web(\/|$)/

/**
 * Before any suite: two of them that built the web client at once would empty each other's folder. Suites named on the
 * command line that have nothing to do with it do not wait for it.
 */
export default function buildOnce({
  testPathPatterns: { patterns },
}: {
  testPathPatterns: { patterns: string[] }
}): void {
  if (patterns.length > 0 && !patterns.some((pattern) => usesBuild.test(pattern))) return
  execFileSync(process.execPath, ['web/ensureBuilt.ts'], { stdio: 'inherit' })
}
