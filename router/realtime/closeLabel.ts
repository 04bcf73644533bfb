import { CloseCode } from 'graphql-ws'
import { closings } from './websocket/closeCodes.ts'

/** Of RFC 6455 and its registry, and what graphql-ws clients close a socket with by themselves. */
const others = [1000, 1001, 1002, 1005, 1006, 1007, 1008, 1010, 1011, 1014, 1015, 4499]

const known = new Set<unknown>([
  ...Object.values(closings).map(({ code }) => code),
  ...Object.values(CloseCode),
  ...others,
])

/** A close code as a label: clients may send any of thousands. */
export const closeLabel = (code: number): string => (known.has(code) ? String(code) : 'other')
