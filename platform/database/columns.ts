/**
 * Column types that read and write the same values on MySQL and on SQLite.
 * Tables are written once, as MySQL tables; SQLite's query builder takes them as they are, and its migrations are
 * generated from the same definitions (see migrations/generate.ts).
 */
import { bigint, customType } from 'drizzle-orm/mysql-core'

/** A UUIDv7, as text: 36 ASCII characters, so an index entry costs 36 bytes and sorts by time of creation. */
export const id = customType<{ data: string }>({ dataType: () => 'char(36) character set ascii collate ascii_bin' })

/** Short ASCII text compared byte by byte: codes, hashes, enum values. Characters, at most `length`. */
export const ascii = customType<{ data: string; config: { length: number } }>({
  dataType: (config) => `varchar(${config?.length ?? 64}) character set ascii collate ascii_bin`,
})

/** Text compared code point by code point, where two that look alike must stay apart: emoji. Characters, at most `length`. */
export const exact = customType<{ data: string; config: { length: number } }>({
  dataType: (config) => `varchar(${config?.length ?? 64}) character set utf8mb4 collate utf8mb4_bin`,
})

/** Long text compared code point by code point: what a search index holds. */
export const exactText = customType<{ data: string }>({
  dataType: () => 'mediumtext character set utf8mb4 collate utf8mb4_bin',
})

/** Milliseconds since 1970-01-01T00:00Z. A number: no driver and no session time zone can shift it. */
export const timestamp = (name: string) => bigint(name, { mode: 'number' })

/** A whole number up to 2^53: positions (`seq`, `rev`) and counts. */
export const integer = (name: string) => bigint(name, { mode: 'number' })

/** A JSON document. MySQL's driver hands over parsed values, SQLite's the text. */
export const json = <T>(name: string) =>
  customType<{ data: T; driverData: unknown }>({
    dataType: () => 'json',
    toDriver: (value) => JSON.stringify(value),
    fromDriver: (value) => (typeof value === 'string' ? JSON.parse(value) : value) as T,
  })(name)
