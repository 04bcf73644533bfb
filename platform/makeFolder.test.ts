import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeFolder } from './makeFolder.ts'

const place = mkdtempSync(join(tmpdir(), 'parley-folder-'))
afterAll(() => rmSync(place, { recursive: true }))

test('a folder is made with those it lies in, and a second time nothing happens', () => {
  const folder = join(place, 'a/b/c')
  makeFolder(folder)
  makeFolder(folder)
  expect(statSync(folder).isDirectory()).toBe(true)
})

test('a file where a folder should be is named', () => {
  const file = join(place, 'file')
  writeFileSync(file, '')
  expect(() => makeFolder(file)).toThrow(expect.objectContaining({ code: 'EEXIST', path: file }))
  expect(() => makeFolder(join(file, 'below'))).toThrow(expect.objectContaining({ code: 'EEXIST', path: file }))
})

const onLinux = process.platform === 'linux' ? test : test.skip
onLinux('a place that takes no folders is refused and not tried without end', () => {
  expect(() => makeFolder('/proc/parley/data')).toThrow(expect.objectContaining({ path: '/proc/parley' }))
})
