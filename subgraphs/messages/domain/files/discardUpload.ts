import { NotFound } from '../../../../platform/errors.ts'
import type { Identity } from '../../../../platform/identity/viewer.ts'
import { knownId } from '../../../../platform/input/index.ts'
import { expireUnused } from '../../store/files/attachments.ts'
import type { Files } from './createFiles.ts'

/**
 * Takes an upload back that no message has. Resolves with its id.
 * @throws NotFound  none of the viewer's waits under this id
 */
export async function discardUpload({ database }: Files, { userId }: Identity, given: string): Promise<string> {
  const id = knownId(given)
  // The worker that removes what nobody has used finds it at once.
  if (!id || !(await expireUnused(database, userId, id, Date.now()))) {
    throw new NotFound('No upload of yours waits under this id.')
  }
  return id
}
