/** `parley schema …`: checks and the registry. It starts nothing of the system, so nothing of the system is loaded. */
import { processIo, runSchema } from '../../schema/index.ts'

process.exitCode = await runSchema(process.argv.slice(3), processIo())
