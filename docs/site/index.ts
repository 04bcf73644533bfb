/**
 * The documentation as a static site, made of the same files that GitHub shows.
 *
 *     npm run docs:site [-- FOLDER]     default: dist/docs
 *
 * It needs no server: open its index.html.
 */
import { resolve } from 'node:path'
import { buildSite } from './build.ts'

const folder = resolve(process.argv[2] ?? 'dist/docs')
const { pages, sources } = buildSite(folder)
process.stdout.write(`${pages} pages, ${sources} files that they show: ${folder}/index.html\n`)
