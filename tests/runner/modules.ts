import { readFileSync } from 'node:fs'
import { registerHooks, stripTypeScriptTypes } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = new URL('../../', import.meta.url).href
const globals = new URL('globals.ts', import.meta.url).href

const isOurModule = /^\.{1,2}\/.*\.ts$/
const isOurs = (url: string) => url.startsWith(root) && !url.includes('/node_modules/')

/** The number of the suite that a module belongs to is the query of its address. */
const suiteOf = (url: string | undefined) => /\?suite=\d+$/.exec(url ?? '')?.[0]

/** What a suite imports, and what that imports in turn, is the suite's own as far as it is ours. */
registerHooks({
  resolve(specifier, context, nextResolve) {
    const { parentURL } = context
    const suite = suiteOf(parentURL)
    if (suite === undefined) return nextResolve(specifier, context)
    if (specifier === '@jest/globals') return { url: globals + suite, shortCircuit: true }
    if (isOurModule.test(specifier)) return { url: new URL(specifier, parentURL).href + suite, shortCircuit: true }
    // Node.js remembers what it has resolved, by the address of who asked: here that of the module in any suite.
    const resolved = nextResolve(specifier, { ...context, parentURL: parentURL!.slice(0, -suite.length) })
    return isOurs(resolved.url) ? { ...resolved, url: resolved.url + suite } : resolved
  },
  load(url, context, nextLoad) {
    if (suiteOf(url) === undefined || !/\.ts\?/.test(url)) return nextLoad(url, context)
    return { format: 'module', source: withoutTypes(fileURLToPath(url)), shortCircuit: true }
  },
})

const stripped = new Map<string, { source: string; code: string }>()

/** Most modules are used by many suites: their types are taken out once. */
function withoutTypes(path: string): string {
  const source = readFileSync(path, 'utf8')
  const known = stripped.get(path)
  if (known?.source === source) return known.code
  const code = stripTypeScriptTypes(source)
  stripped.set(path, { source, code })
  return code
}

/** Loads a suite, with modules of its own. */
export function importSuite(path: string, suite: number): Promise<unknown> {
  return import(`${pathToFileURL(path).href}?suite=${suite}`)
}
