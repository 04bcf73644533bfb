import { delMany, getMany, keys, set } from 'idb-keyval'
import type { PickedFile } from './pickedFile.ts'

/** Whose files they are, and where they were picked: a conversation's id, or that of a thread's first message. */
export interface Place {
  viewerId: string
  id: string
}

/** Sorted so by the browser: a place's files follow each other, as they were picked. */
type Key = [prefix: 'parley.file', viewerId: string, place: string, at: number, key: string]

/** Files kept for one viewer at most; the oldest go first. */
const most = 50
/** The server removes an upload that no message has after 24 hours. */
const uploadLastsMs = 20 * 3_600_000

const keyOf = ({ viewerId, id }: Place, { at, key }: PickedFile): Key => ['parley.file', viewerId, id, at, key]

/** Keeps files that go with what is being written, so that they are there after a reload, or when somebody comes back. */
export async function keepFiles(place: Place, files: readonly PickedFile[]): Promise<void> {
  try {
    for (const file of files) await set(keyOf(place, file), file)
    const kept = (await keysOf(place.viewerId)).sort((one, other) => one[3] - other[3])
    if (kept.length > most) await delMany(kept.slice(0, -most))
  } catch {
    // Storage full or switched off: the files live as long as the page.
  }
}

/** What was kept, in the order in which it was picked. */
export async function recallFiles({ viewerId, id }: Place): Promise<PickedFile[]> {
  try {
    const here = (await keysOf(viewerId)).filter(([, , place]) => place === id)
    const found = await getMany<PickedFile>(here)
    return found.flatMap((file) => file ?? []).map(withUpload)
  } catch {
    return []
  }
}

/** Forgets those that were sent or taken back. */
export async function dropFiles(place: Place, files: readonly PickedFile[]): Promise<void> {
  try {
    await delMany(files.map((file) => keyOf(place, file)))
  } catch {
    // They go with age.
  }
}

/** Forgets all of a viewer's: whoever signs in next on this device has no part in them. */
export async function forgetFiles(viewerId: string): Promise<void> {
  await keysOf(viewerId)
    .then(delMany)
    .catch(() => {})
}

const keysOf = async (viewerId: string): Promise<Key[]> => (await keys<Key | string>()).filter(isOf(viewerId))

const isOf =
  (viewerId: string) =>
  (key: Key | string): key is Key =>
    Array.isArray(key) && key[0] === 'parley.file' && key[1] === viewerId

/** An upload that the server may have removed is done again. */
const withUpload = (file: PickedFile): PickedFile =>
  Date.now() - file.at < uploadLastsMs ? file : { ...file, sent: null }
