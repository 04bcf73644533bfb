import { generateKeyPairSync, sign } from 'node:crypto'

/** A key and a certificate for `localhost` that nobody has signed but itself, in PEM: for servers of tests. */
export function selfSigned(): { key: string; cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const subject = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('localhost')))))
  const alternative = der(0x04, sequence(der(0x82, Buffer.from('localhost'))))
  const signed = sequence(
    der(0xa0, integer(2)),
    integer(1),
    ECDSA_SHA256,
    subject,
    sequence(utcTime('250101000000Z'), utcTime('491231000000Z')),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(ALTERNATIVE_NAME, alternative))),
  )
  const signature = der(0x03, Buffer.from([0]), sign('sha256', signed, privateKey))
  const lines = sequence(signed, ECDSA_SHA256, signature)
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

/** One value of DER (X.690): its tag, the length, and what is in it. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const { length } = Buffer.concat(parts)
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), ...parts])
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts)
const integer = (value: number) => der(0x02, Buffer.from([value]))
const utcTime = (time: string) => der(0x17, Buffer.from(time))
const objectId = (hex: string) => der(0x06, Buffer.from(hex, 'hex'))

const COMMON_NAME = objectId('550403')
const ALTERNATIVE_NAME = objectId('551d11')
const ECDSA_SHA256 = sequence(objectId('2a8648ce3d040302'))
