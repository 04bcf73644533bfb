import { describe, expect, test } from '@jest/globals'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import fc from 'fast-check'
import { SignJWT, UnsecuredJWT, generateKeyPair } from 'jose'
import { Unauthenticated, Unavailable } from '../errors.ts'
import { createIssuer, createMemoryKeys, createVerifier } from './index.ts'
import { newSigningKey, signerAmong } from './signingKeys.ts'
import { profile } from './tokens.ts'

const day = 24 * 60 * 60_000
const ada = { userId: '019a9e2c-0000-7000-8000-000000000001', sessionId: 's1', isGuest: false }

async function given({ ttlMs = 60_000 } = {}) {
  let time = Date.UTC(2026, 0, 31)
  let reads = 0
  const now = () => time
  const keys = createMemoryKeys()
  const issuer = await createIssuer({ keys, ttlMs, now })
  const jwks = async () => {
    reads++
    return issuer.jwks()
  }
  return {
    now,
    keys,
    issuer,
    jwks,
    verifier: createVerifier({ jwks, now }),
    pass: (ms: number) => (time += ms),
    reads: () => reads,
  }
}

describe('an access token', () => {
  test('says who it was issued to, until it expires', async () => {
    const { issuer, verifier, pass } = await given()
    const { token, expiresAt } = await issuer.issue(ada)
    expect(await verifier.verify(token)).toEqual({ ...ada, expiresAt })
    pass(59_999)
    expect(await verifier.verify(token)).toEqual({ ...ada, expiresAt })
    pass(1)
    await expect(verifier.verify(token)).rejects.toThrow('The access token has expired.')
    await expect(verifier.verify(token)).rejects.toThrow(Unauthenticated)
  })

  test('that has expired before it was ever seen is refused', async () => {
    const { issuer, verifier, pass } = await given()
    const { token } = await issuer.issue(ada)
    pass(60_000)
    await expect(verifier.verify(token)).rejects.toThrow('The access token has expired.')
  })

  test('of a guest says so', async () => {
    const { issuer, verifier } = await given()
    const { token } = await issuer.issue({ ...ada, isGuest: true })
    expect(await verifier.verify(token)).toMatchObject({ isGuest: true })
  })

  test('holds no private key, and the published keys hold none', async () => {
    const { issuer } = await given()
    const { keys } = await issuer.jwks()
    expect(keys).toMatchObject([{ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', kid: expect.any(String) }])
    expect(keys[0]).not.toHaveProperty('d')
  })
})

describe('a verifier refuses', () => {
  test('a token with any part changed', async () => {
    const { issuer, verifier } = await given()
    const { token } = await issuer.issue(ada)
    for (let part = 0; part < 3; part++) {
      const parts = token.split('.')
      const text = parts[part]!
      parts[part] = (text[0] === 'e' ? 'f' : 'e') + text.slice(1)
      await expect(verifier.verify(parts.join('.'))).rejects.toThrow(Unauthenticated)
    }
  })

  test('whatever is no token, never with another error', async () => {
    const { verifier } = await given()
    const base64 = fc.string().map((text) => Buffer.from(text).toString('base64url'))
    const tokens = fc.oneof(
      fc.string(),
      fc.tuple(base64, base64, base64).map((parts) => parts.join('.')),
    )
    await fc.assert(
      fc.asyncProperty(tokens, async (token) => {
        await expect(verifier.verify(token)).rejects.toThrow(Unauthenticated)
      }),
      { numRuns: 300 },
    )
  })

  test('an unsigned token, another algorithm, another audience, another type, and a token without an end', async () => {
    const { issuer, verifier, keys, now } = await given()
    const { token } = await issuer.issue(ada)
    const { kid, privateJwk } = (await keys.load())[0]!
    const key = await crypto.subtle.importKey('jwk', privateJwk, 'Ed25519', false, ['sign'])
    const claims = { sub: 'u', sid: 's', guest: false }
    const header = { alg: 'EdDSA', kid, typ: profile.type }
    const end = now() / 1000 + 60
    const signed = (changes: { header?: object; iss?: string; aud?: string; exp?: number | undefined }) => {
      const { iss = profile.issuer, aud = profile.audience } = changes
      const exp = 'exp' in changes ? changes.exp : end
      return new SignJWT({ ...claims, iss, aud, ...(exp === undefined ? {} : { exp }) })
        .setProtectedHeader({ ...header, ...changes.header })
        .sign(key)
    }
    expect(await verifier.verify(await signed({}))).toMatchObject({ userId: 'u' })

    const hmac = new SignJWT({ ...claims, iss: profile.issuer, aud: profile.audience, exp: end })
      .setProtectedHeader({ ...header, alg: 'HS256' })
      .sign(new TextEncoder().encode(String(privateJwk['d'])))
    const unsecured = new UnsecuredJWT({ ...claims, iss: profile.issuer, aud: profile.audience, exp: end }).encode()
    for (const wrong of [
      unsecured,
      await hmac,
      token.replace(/\..*\./, `.${unsecured.split('.')[1]}.`),
      await signed({ aud: 'other' }),
      await signed({ iss: 'other' }),
      await signed({ exp: undefined }),
      await signed({ header: { typ: 'JWT' } }),
    ]) {
      await expect(verifier.verify(wrong)).rejects.toThrow(Unauthenticated)
    }
  })

  test('a token signed by a key that was never published, without reading the keys for each', async () => {
    const { verifier, pass, reads, issuer } = await given()
    await verifier.verify((await issuer.issue(ada)).token)
    const { privateKey } = await generateKeyPair('EdDSA')
    const forged = (kid: string) =>
      new SignJWT({ sub: 'u', sid: 's', guest: false })
        .setProtectedHeader({ alg: 'EdDSA', kid, typ: profile.type })
        .setExpirationTime('1h')
        .sign(privateKey)
    pass(1_000)
    for (let i = 0; i < 20; i++) await expect(verifier.verify(await forged(`k${i}`))).rejects.toThrow(Unauthenticated)
    expect(reads()).toBe(2)
  })
})

describe('signing keys', () => {
  test('are checked once per token: a known token needs neither the keys nor a signature check', async () => {
    const { issuer, reads, jwks, now } = await given()
    let reachable = true
    const verifier = createVerifier({ jwks: () => (reachable ? jwks() : Promise.reject(new Error('down'))), now })
    const { token } = await issuer.issue(ada)
    const [first, second] = await Promise.all([verifier.verify(token), verifier.verify(token)])
    reachable = false
    expect(second).toBe(first)
    expect(await verifier.verify(token)).toBe(first)
    expect(reads()).toBe(1)
  })

  test('that cannot be read are UNAVAILABLE, not a wrong token, and are read again later', async () => {
    const { issuer, jwks, now } = await given()
    let reachable = false
    const verifier = createVerifier({ jwks: () => (reachable ? jwks() : Promise.reject(new Error('down'))), now })
    const { token } = await issuer.issue(ada)
    await expect(verifier.verify(token)).rejects.toThrow(Unavailable)
    reachable = true
    expect(await verifier.verify(token)).toMatchObject(ada)
  })

  test('of processes that start at once all count, and the processes agree on one that signs', async () => {
    const keys = createMemoryKeys()
    const now = () => 1_000_000
    const issuers = await Promise.all([1, 2, 3].map(() => createIssuer({ keys, ttlMs: 60_000, now })))
    const verifier = createVerifier({ jwks: () => issuers[0]!.jwks(), now })
    for (const issuer of issuers) {
      const { token } = await issuer.issue(ada)
      expect(await verifier.verify(token)).toMatchObject(ada)
      await issuer.jwks()
    }
    const kids = await Promise.all(issuers.map(async (issuer) => (await issuer.issue(ada)).token.split('.')[0]))
    expect(new Set(kids).size).toBe(1)
  })

  test('are kept: a process that starts again signs with the same key', async () => {
    const { keys, issuer, now, pass } = await given()
    const { token } = await issuer.issue(ada)
    pass(1_000)
    const again = await createIssuer({ keys, ttlMs: 60_000, now })
    expect(await keys.load()).toHaveLength(1)
    expect(await createVerifier({ jwks: again.jwks, now }).verify(token)).toMatchObject(ada)
  })

  test('of a newcomer are found by a verifier that has read the keys before', async () => {
    const { keys, issuer, verifier, now, pass } = await given()
    await verifier.verify((await issuer.issue(ada)).token)
    await keys.add(await newSigningKey(now()))
    pass(11 * 60_000)
    const other = await createIssuer({ keys, ttlMs: 60_000, now })
    expect(await verifier.verify((await other.issue(ada)).token)).toMatchObject(ada)
  })

  test('sign only once every verifier has had time to read them', async () => {
    const [old, young] = [await newSigningKey(0), await newSigningKey(1_000_000)]
    expect(signerAmong([young, old], 1_000_001)).toBe(old)
    expect(signerAmong([young, old], 1_600_000)).toBe(young)
    expect(signerAmong([young], 1_000_001)).toBe(young)
  })

  test('change by the month: the new one signs once it is known, and the old one goes when its tokens are over', async () => {
    const { keys, issuer, verifier, pass } = await given()
    const kidOf = (token: string) => JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString()).kid as string
    const first = kidOf((await issuer.issue(ada)).token)
    pass(29 * day)
    await issuer.rotate()
    expect(await keys.load()).toHaveLength(1)
    pass(day)
    await issuer.rotate()
    await issuer.rotate()
    expect(await keys.load()).toHaveLength(2)
    const old = await issuer.issue(ada)
    expect(kidOf(old.token)).toBe(first)
    pass(11 * 60_000)
    await issuer.rotate()
    const young = await issuer.issue(ada)
    expect(kidOf(young.token)).not.toBe(first)
    expect(await verifier.verify(young.token)).toMatchObject(ada)
    expect((await issuer.jwks()).keys).toHaveLength(2)
    pass(day + 60_000)
    await issuer.rotate()
    expect((await issuer.jwks()).keys).toMatchObject([{ kid: kidOf(young.token) }])
    expect(await verifier.verify((await issuer.issue(ada)).token)).toMatchObject(ada)
  })

  test('are read from an address', async () => {
    const { issuer, now } = await given()
    let status = 500
    const server = createServer((_request, response) => {
      void issuer.jwks().then((jwks) => response.writeHead(status).end(JSON.stringify(jwks)))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const verifier = createVerifier({ jwks: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, now })
    const { token } = await issuer.issue(ada)
    await expect(verifier.verify(token)).rejects.toThrow(Unavailable)
    status = 200
    expect(await verifier.verify(token)).toMatchObject(ada)
    server.closeAllConnections()
    server.close()
  })
})
