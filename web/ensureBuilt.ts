/** Run as a program: builds the web client if its sources have changed. */
import { ensureBuilt } from './build.ts'

await ensureBuilt(() => process.stdout.write('Building the web client …\n'))
