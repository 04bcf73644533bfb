import { readFileSync } from 'node:fs'

export interface Release {
  /** `debian`, `ubuntu`, …; empty where the system doesn't say. */
  readonly id: string
  readonly codename: string
}

export function parseRelease(text: string): Release {
  const value = (name: string) => new RegExp(`^${name}="?([^"\\n]*)"?$`, 'm').exec(text)?.[1] ?? ''
  return { id: value('ID'), codename: value('VERSION_CODENAME') }
}

export function readRelease(): Release {
  try {
    return parseRelease(readFileSync('/etc/os-release', 'utf8'))
  } catch {
    return { id: '', codename: '' }
  }
}
