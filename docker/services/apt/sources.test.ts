import { describe, expect, test } from '@jest/globals'
import { parseRelease } from './release.ts'
import { parseDeb822Sources, parseOneLineSources, sourceFor } from './sources.ts'

const deb822 = `# made by the installer
Types: deb deb-src
URIs: http://mirror.example/debian
Suites: stable-name stable-name-updates
Components: main contrib
Signed-By: /usr/share/keyrings/debian.gpg

Types: deb
Enabled: no
URIs: http://off.example/debian
Suites: stable-name
Components: main
`

describe('the sources of the machine', () => {
  test('are read in deb822 style, without the ones that are switched off', () => {
    expect(parseDeb822Sources(deb822)).toEqual([
      {
        uris: ['http://mirror.example/debian'],
        suites: ['stable-name', 'stable-name-updates'],
        components: ['main', 'contrib'],
        signedBy: '/usr/share/keyrings/debian.gpg',
      },
    ])
  })

  test('keep a key that is written into the file', () => {
    const key = ' -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n mQINBF\n -----END PGP PUBLIC KEY BLOCK-----'
    const text = `Types: deb\nURIs: http://m.example\nSuites: s\nComponents: main\nSigned-By:\n${key}\n`
    expect(parseDeb822Sources(text)[0]?.signedBy).toBe(`\n${key}`)
  })

  test('are read in one-line style, without sources of source code', () => {
    const text = [
      '# deb http://old.example/debian s main',
      'deb [arch=amd64 signed-by=/k.gpg] http://m.example/debian s main non-free # ours',
      'deb-src http://m.example/debian s main',
      'deb http://m.example/debian s-updates main',
    ].join('\n')
    expect(parseOneLineSources(text)).toEqual([
      { uris: ['http://m.example/debian'], suites: ['s'], components: ['main', 'non-free'], signedBy: '/k.gpg' },
      { uris: ['http://m.example/debian'], suites: ['s-updates'], components: ['main'], signedBy: undefined },
    ])
  })

  test("give another suite from the mirror of the machine's own release, never from another source", () => {
    const other = { uris: ['http://tools.example'], suites: ['stable'], components: ['main'] }
    const sources = [other, ...parseDeb822Sources(deb822)]
    expect(sourceFor('newer', 'stable-name', sources)).toBe(
      'Types: deb\nURIs: http://mirror.example/debian\nSuites: newer\nComponents: main\n' +
        'Signed-By: /usr/share/keyrings/debian.gpg\n',
    )
    expect(sourceFor('newer', 'stable-name', [other])).toBeUndefined()
  })
})

test('the release is read with and without quotes', () => {
  expect(parseRelease('PRETTY_NAME="Debian 12"\nID=debian\nVERSION_CODENAME="name"\nID_LIKE=x\n')).toEqual({
    id: 'debian',
    codename: 'name',
  })
})
