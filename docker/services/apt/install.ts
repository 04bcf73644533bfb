import { findOnPath, run } from '../run.ts'

/**
 * Installs packages on the machine; only root can.
 * @throws with what is missing and what to do, when this is not root on a system with apt
 */
export async function aptInstall(why: string, packages: readonly string[], signal?: AbortSignal): Promise<void> {
  const isRoot = process.getuid?.() === 0
  if (!isRoot || !findOnPath('apt-get')) {
    throw new Error(
      `${why}. Install it (Debian: apt-get install ${packages.join(' ')}), or start Docker; then try again`,
    )
  }
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  // Another apt on the same machine may hold the lock for a while.
  const wait = ['-q', '-o', 'DPkg::Lock::Timeout=180', '-o', 'Acquire::Retries=3']
  const install = () =>
    run('apt-get', [...wait, 'install', '-y', '--no-install-recommends', ...packages], { signal, env })
  try {
    await install()
  } catch {
    await run('apt-get', [...wait, 'update'], { signal, env })
    await install()
  }
}
