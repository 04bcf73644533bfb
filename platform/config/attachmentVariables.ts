import { text, url, wholeNumber } from './fields.ts'
import { variable } from './variable.ts'

const mebibyte = 1_048_576

/** Where files are, and how much of them is taken. */
export const attachmentVariables = {
  PARLEY_OBJECTS_URL: variable(
    url('http:', 'https:').optional(),
    'Bucket for attachments at a service that speaks S3, in path or host: https://s3.example.com/bucket',
    'files in PARLEY_DATA/objects',
  ),
  PARLEY_OBJECTS_REGION: variable(
    text.regex(/^[\w-]{1,64}$/, 'must be a region, like eu-central-1').default('us-east-1'),
    'Region of that bucket; services without regions take any, R2 takes auto',
    'us-east-1',
  ),
  PARLEY_OBJECTS_KEY_ID: variable(
    text.max(256).optional(),
    'Access key for that bucket: it may get, put and delete objects',
    'none',
  ),
  PARLEY_OBJECTS_SECRET: variable(text.max(1_024).optional(), 'Secret of that access key', 'none'),
  PARLEY_ATTACHMENT_BYTES: variable(
    wholeNumber(1_024, 2_147_483_647).default(25 * mebibyte),
    'Bytes of one attachment at most',
    '26214400 (25 MiB)',
  ),
  PARLEY_ATTACHMENT_DAILY_BYTES: variable(
    wholeNumber(1_024, 2_147_483_647).default(1_024 * mebibyte),
    'Bytes that one user may upload within 24 hours',
    '1073741824 (1 GiB)',
  ),
}
