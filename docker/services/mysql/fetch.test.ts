import { expect, test } from '@jest/globals'
import { mysqlVersion } from './fetch.ts'

test('only MySQL 8 and newer will do', () => {
  expect(mysqlVersion('/usr/sbin/mysqld  Ver 9.7.4-2 for Linux on x86_64 ((Debian))')).toBe('9.7.4')
  expect(mysqlVersion('mysqld  Ver 8.0.43-0ubuntu0.24.04.1 for Linux on x86_64')).toBe('8.0.43')
  expect(mysqlVersion('mysqld  Ver 5.7.44 for Linux on x86_64')).toBeUndefined()
  expect(mysqlVersion('mysqld  Ver 10.11.14-MariaDB-0+deb12u2 for debian-linux-gnu on x86_64')).toBeUndefined()
})
