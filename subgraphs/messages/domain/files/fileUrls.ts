import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Database } from '../../../../platform/database/index.ts'
import { Forbidden } from '../../../../platform/errors.ts'
import { ensureFileKey } from '../../store/files/fileKeys.ts'

/** What an address allows: to read a file, or to send its bytes. */
type Use = 'read' | 'write'

/** Where a user's files are, on the router: a path, with all that the route must know to let them in, signed. */
export interface FileUrls {
  /** Holds for 10 to 15 minutes, and within 5 of them is the same, so that browsers may keep what they got. */
  toRead(attachmentId: string, userId: string): Promise<string>
  toWrite(attachmentId: string, userId: string, expiresAt: number): Promise<string>
  /**
   * The user whom an address was made for. Whether they may, now, is another question.
   * @throws Forbidden  it was not made here, or for something else, or its time is over
   */
  userOf(use: Use, attachmentId: string, given: URLSearchParams): Promise<string>
}

const STEP_MS = 5 * 60_000
const STEPS = 3

export function createFileUrls(database: Database, now: () => number = Date.now): FileUrls {
  let key: Promise<Buffer> | undefined
  /** The same for all processes; read once. */
  const secret = () =>
    (key ??= ensureFileKey(database, randomBytes(32).toString('base64url'))
      .then((text) => Buffer.from(text, 'base64url'))
      .catch((error: unknown) => {
        key = undefined
        throw error
      }))

  const sign = async (use: Use, attachmentId: string, userId: string, expires: string) =>
    createHmac('sha256', await secret())
      .update([use, attachmentId, userId, expires].join(' '))
      .digest()

  async function address(use: Use, attachmentId: string, userId: string, expiresAt: number): Promise<string> {
    const expires = String(expiresAt)
    const signature = (await sign(use, attachmentId, userId, expires)).toString('base64url')
    return `/files/${attachmentId}?${new URLSearchParams({ user: userId, expires, signature })}`
  }

  return {
    toRead: (attachmentId, userId) => {
      const expiresAt = (Math.floor(now() / STEP_MS) + STEPS) * STEP_MS
      return address('read', attachmentId, userId, expiresAt)
    },
    toWrite: (attachmentId, userId, expiresAt) => address('write', attachmentId, userId, expiresAt),
    async userOf(use, attachmentId, given) {
      const [user, expires, signature] = ['user', 'expires', 'signature'].map((name) => given.get(name) ?? '')
      const wanted = await sign(use, attachmentId, user!, expires!)
      const found = Buffer.from(signature!, 'base64url')
      if (found.length !== wanted.length || !timingSafeEqual(found, wanted)) {
        throw new Forbidden('This address of a file was not made here.')
      }
      if (Number(expires) <= now()) throw new Forbidden('The time of this address is over. Ask for another one.')
      return user!
    },
  }
}
