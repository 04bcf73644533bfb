import { execFileSync } from 'node:child_process'

/** Before any suite: two of them that built the web client at once would empty each other's folder. */
export default function buildOnce(): void {
  execFileSync(process.execPath, ['web/ensureBuilt.ts'], { stdio: 'inherit' })
}
