/**
 * Thumbnails of pictures: drawn once, while the upload is answered, by a program of its own that is started for each (drawThumbnail).
 * Bytes in, bytes out: where they are kept, and whose they are, is a matter of domain/files.
 */
export { createThumbnailer, type StoredPicture, type Thumbnail, type Thumbnailer } from './createThumbnailer.ts'
