import type { Io } from './command.ts'

/** The process itself: its folder, its environment, its two outputs. */
export const processIo = (): Io => ({
  cwd: process.cwd(),
  env: process.env,
  color: process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb',
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
})
