import { join } from 'node:path'
import type { Config } from '../config/index.ts'
import { FolderStore } from './folder/folderStore.ts'
import type { ObjectStore } from './objectStore.ts'

/** S3 where it is configured, else a folder among this process's data. Rejects with UNAVAILABLE when there can be none. */
export async function openObjectStore({ objects, dataFolder }: Config): Promise<ObjectStore> {
  if (objects === undefined) return FolderStore.open(join(dataFolder, 'objects'))
  const { S3Store } = await import('./s3/s3Store.ts')
  return new S3Store(objects)
}
