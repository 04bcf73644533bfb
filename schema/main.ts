/** `npm run schema`: without a command it composes, which is what one does most. */
import { processIo } from './command/processIo.ts'
import { runSchema } from './command/runSchema.ts'

const args = process.argv.slice(2)
const isComposing = args[0] === undefined || (args[0].startsWith('-') && !['--help', '-h'].includes(args[0]))
process.exitCode = await runSchema(isComposing ? ['compose', ...args] : args, processIo())
