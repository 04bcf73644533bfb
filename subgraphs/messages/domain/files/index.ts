/**
 * Files that messages have: asking for an upload, taking the bytes, giving them to whoever may read a message that has them, and
 * removing those that no message has. Bytes are in the object store; everything else is in rows (store/files).
 */
export { told } from './attachedFiles.ts'
export { createFiles, type FileParts, type Files } from './createFiles.ts'
export { createFileSweep } from './fileSweep.ts'
export { discardUpload } from './discardUpload.ts'
export { readFile, type WantedFile } from './readFile.ts'
export { receiveUpload } from './receiveUpload.ts'
export { requestUpload, UNUSED_MS } from './requestUpload.ts'
