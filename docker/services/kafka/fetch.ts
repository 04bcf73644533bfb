import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aptInstall } from '../apt/install.ts'
import { cached } from '../cache.ts'
import { findOnPath, run } from '../run.ts'

export interface Kafka {
  readonly java: string
  readonly classPath: string
}

const oldestJava = 17

export async function fetchKafka(signal?: AbortSignal): Promise<Kafka> {
  const java = await findJava(signal)
  const pom = join(import.meta.dirname, 'pom.xml')
  const version = /<version>([\d.]+)<\/version>/.exec(readFileSync(pom, 'utf8'))?.[1]
  const folder = await cached(`kafka-${version}`, async (draft) => {
    if (!findOnPath('mvn')) await aptInstall('Maven is missing (mvn), which fetches Kafka', ['maven'], signal)
    const options = [`-DoutputDirectory=${join(draft, 'libs')}`, '-DincludeScope=runtime']
    await run('mvn', ['-q', '-B', '-f', pom, 'dependency:copy-dependencies', ...options], { signal })
  })
  return { java, classPath: join(folder, 'libs/*') }
}

async function findJava(signal?: AbortSignal): Promise<string> {
  const home = process.env.JAVA_HOME
  const java = home ? join(home, 'bin/java') : 'java'
  const found = await javaMajor(java, signal)
  if (found !== undefined && found >= oldestJava) return java
  const why = `Kafka needs Java ${oldestJava} or newer, and ${found ? `${java} is ${found}` : `${java} is missing`}`
  await aptInstall(why, ['default-jre-headless'], signal)
  const installed = await javaMajor('java', signal)
  if (installed !== undefined && installed >= oldestJava) return 'java'
  throw new Error(`${why}. Put a newer one on the PATH or in JAVA_HOME; then try again`)
}

async function javaMajor(java: string, signal?: AbortSignal): Promise<number | undefined> {
  // `--version` writes to standard output; Java 8 doesn't know it and fails, which is right: it is too old.
  const text = await run(java, ['--version'], { signal }).catch(() => '')
  const major = /^\S+ (\d+)/.exec(text)?.[1]
  return major === undefined ? undefined : Number(major)
}
