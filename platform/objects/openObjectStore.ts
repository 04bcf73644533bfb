import { join } from 'node:path'
import type { Config } from '../config/index.ts'
import { FolderStore } from './folder/folderStore.ts'
import type { ObjectStore } from './objectStore.ts'
import { S3Store } from './s3/s3Store.ts'

/** S3 where it is configured, else a folder among this process's data. Rejects with UNAVAILABLE when there can be none. */
export const openObjectStore = async ({ objects, dataFolder }: Config): Promise<ObjectStore> =>
  objects === undefined ? FolderStore.open(join(dataFolder, 'objects')) : new S3Store(objects)
