import type { Database } from '../../../../platform/database/index.ts'
import type { ObjectStore } from '../../../../platform/objects/index.ts'
import type { LimitStore } from '../../../../platform/rateLimits/index.ts'
import type { Logger, Metrics } from '../../../../platform/telemetry/index.ts'
import { createThumbnailer, type Thumbnailer } from '../thumbnails/index.ts'
import { createFileUrls, type FileUrls } from './fileUrls.ts'
import { createUploadLimits, type UploadLimits } from './uploadLimits.ts'

export interface FileParts {
  objects: ObjectStore
  /** Bytes of one file. */
  maxBytes: number
  /** Bytes that one user may upload within 24 hours. */
  dailyBytes: number
}

/** What files stand on. One for the process. */
export interface Files {
  database: Database
  objects: ObjectStore
  urls: FileUrls
  limits: UploadLimits
  thumbnails: Thumbnailer
  maxBytes: number
  logger: Logger
}

interface Surroundings {
  limitStore: LimitStore | undefined
  logger: Logger
  metrics: Metrics | undefined
}

export function createFiles(
  database: Database,
  { objects, maxBytes, dailyBytes }: FileParts,
  { limitStore, logger, metrics }: Surroundings,
): Files {
  const limits = createUploadLimits({ dailyBytes, store: limitStore })
  const thumbnails = createThumbnailer({ logger, metrics })
  return { database, objects, urls: createFileUrls(database), limits, thumbnails, maxBytes, logger }
}
