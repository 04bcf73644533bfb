import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One enabled source of binary packages, as apt reads it. */
export interface AptSource {
  readonly uris: string[]
  readonly suites: string[]
  readonly components: string[]
  /** The field's own text: a path, a fingerprint, or a whole key. */
  readonly signedBy?: string | undefined
}

/** One-line style: `deb [arch=amd64 signed-by=/a.gpg] URI SUITE COMPONENT…`. */
export function parseOneLineSources(text: string): AptSource[] {
  return text.split('\n').flatMap((line) => {
    const match = /^\s*deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s*([^#]*)/.exec(line)
    if (!match) return []
    const [, options = '', uri = '', suite = '', components = ''] = match
    const signedBy = /signed-by=(\S+)/i.exec(options)?.[1]
    return [{ uris: [uri], suites: [suite], components: words(components), signedBy }]
  })
}

/** deb822 style: paragraphs of fields; a field goes on in the lines that start with a space. */
export function parseDeb822Sources(text: string): AptSource[] {
  const paragraphs = text
    .replace(/^#.*\n?/gm, '')
    .split(/\n\s*\n/)
    .map(fields)
  return paragraphs
    .filter((field) => words(field.types).includes('deb') && !/^(no|false|0)$/i.test(field.enabled ?? 'yes'))
    .map((field) => ({
      uris: words(field.uris),
      suites: words(field.suites),
      components: words(field.components),
      signedBy: field['signed-by'],
    }))
}

/** The machine's own sources: the mirror to use is whatever its owner has set up. */
export function machineSources(etc = '/etc/apt'): AptSource[] {
  const parts = join(etc, 'sources.list.d')
  const names = existsSync(parts) ? readdirSync(parts).sort() : []
  const files = [join(etc, 'sources.list'), ...names.map((name) => join(parts, name))]
  return files.filter(existsSync).flatMap((file) => {
    if (file.endsWith('.sources')) return parseDeb822Sources(readFileSync(file, 'utf8'))
    return file.endsWith('.list') ? parseOneLineSources(readFileSync(file, 'utf8')) : []
  })
}

/** A deb822 file for `suite` from the mirror that serves the machine's own release; undefined when there is none. */
export function sourceFor(suite: string, release: string, sources: AptSource[]): string | undefined {
  const own = sources.find(({ suites, components }) => suites.includes(release) && components.includes('main'))
  if (!own) return undefined
  const signed = own.signedBy ? `Signed-By: ${own.signedBy}\n` : ''
  return `Types: deb\nURIs: ${own.uris.join(' ')}\nSuites: ${suite}\nComponents: main\n${signed}`
}

const words = (text = '') => text.split(/\s+/).filter(Boolean)

function fields(paragraph: string): Record<string, string> {
  const entries = [...paragraph.matchAll(/^([\w-]+):[ \t]*(.*(?:\n[ \t]+.*)*)/gm)]
  return Object.fromEntries(entries.map(([, name = '', value = '']) => [name.toLowerCase(), value.trimEnd()]))
}
