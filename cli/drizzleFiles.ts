import { registerHooks, type ResolveFnOutput } from 'node:module'

/**
 * Finds drizzle-orm's modules without reading what its package.json says for each import anew.
 *
 * Node.js copies the package.json of a package for each of its files, to know whether it is a module, and parses it for each
 * import by name, to know what is exported. drizzle-orm's has 179 kB, which took half a second and 80 MB of each start. Its modules
 * name each other by relative paths, and are all of one kind; and there is one drizzle-orm.
 */
export function findDrizzleQuickly(): void {
  const named = new Map<string, ResolveFnOutput>()
  registerHooks({
    resolve(specifier, context, nextResolve) {
      if (isWithinDrizzle(specifier, context.parentURL))
        return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true }
      if (!/^drizzle-orm(\/|$)/.test(specifier)) return nextResolve(specifier, context)
      const found = named.get(specifier) ?? nextResolve(specifier, context)
      named.set(specifier, found)
      return { ...found, shortCircuit: true }
    },
  })
}

/** Does one module of drizzle-orm name another? */
const isWithinDrizzle = (specifier: string, parentUrl = ''): boolean =>
  /^\.\.?\/.*\.js$/.test(specifier) && /\/node_modules\/drizzle-orm\/.*\.js$/.test(parentUrl)
