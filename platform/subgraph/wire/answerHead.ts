/** What the head of an answer says of its body, and of the connection. */
export interface AnswerHead {
  readonly status: number
  /** Bytes of the body. Undefined: it is chunked, or goes on until the connection ends. */
  readonly length: number | undefined
  readonly chunked: boolean
  /** May the connection take another request? */
  readonly keeps: boolean
  /** How long the server keeps it, in milliseconds, where it says so. */
  readonly keepMs: number | undefined
}

const STATUS = /^HTTP\/1\.([01]) ([1-5]\d\d)(?: |$)/
const DIGITS = /^\d{1,12}$/

/**
 * Reads a head without its last empty line (RFC 9112, 4 and 6.3).
 * @throws Error  it is malformed, or says what this client does not understand
 */
export function readHead(text: string): AnswerHead {
  const end = text.indexOf('\r\n')
  const status = STATUS.exec(end < 0 ? text : text.slice(0, end))
  if (!status) throw new Error('The answer is not one of HTTP/1.1.')
  const fields = end < 0 ? {} : readFields(text, end + 2)
  const { length, coding, connection = '', keepAlive = '' } = fields
  if (length !== undefined && !DIGITS.test(length)) throw new Error('The answer has a length that is none.')
  if (coding !== undefined && coding.toLowerCase() !== 'chunked') throw new Error(`The answer is sent as ${coding}.`)
  const tokens = connection.toLowerCase()
  const isOld = status[1] === '0'
  const timeout = keepAlive === '' ? undefined : /timeout=(\d{1,6})/i.exec(keepAlive)?.[1]
  return {
    status: Number(status[2]),
    length: coding === undefined && length !== undefined ? Number(length) : undefined,
    chunked: coding !== undefined,
    // With both a length and chunks somebody on the way may have taken it otherwise (RFC 9112, 6.1).
    keeps: !tokens.includes('close') && (!isOld || tokens.includes('keep-alive')) && !(length !== undefined && coding),
    keepMs: timeout === undefined ? undefined : Number(timeout) * 1_000,
  }
}

interface Fields {
  length?: string
  coding?: string
  connection?: string
  keepAlive?: string
}

/** Only names of these lengths are looked at. */
function readFields(text: string, start: number): Fields {
  const fields: Fields = {}
  for (let from = start; from < text.length;) {
    const next = text.indexOf('\r\n', from)
    const to = next < 0 ? text.length : next
    const colon = text.indexOf(':', from)
    const first = text.charCodeAt(from)
    if (colon <= from || colon >= to || first === 0x20 || first === 0x09)
      throw new Error('The answer has a bad header.')
    const size = colon - from
    if (size === 10 || size === 14 || size === 17) {
      const name = text.slice(from, colon).toLowerCase()
      const value = text.slice(colon + 1, to).trim()
      if (name === 'content-length') {
        if (fields.length !== undefined && fields.length !== value) throw new Error('The answer has two lengths.')
        fields.length = value
      } else if (name === 'transfer-encoding') {
        fields.coding = fields.coding === undefined ? value : `${fields.coding}, ${value}`
      } else if (name === 'connection') fields.connection = `${fields.connection ?? ''} ${value}`
      else if (name === 'keep-alive') fields.keepAlive = value
    }
    from = to + 2
  }
  return fields
}
