/** Pixels of a thumbnail's longer side: what a timeline shows, on a screen with two pixels for one. */
export const longestSide = 640
/** Pixels of a picture that is looked at: it takes 600 MB at most. Telephones give up to 50 million. */
export const mostPixels = 50_000_000
/** The same of AVIF, whose decoder takes three times as much. */
export const mostAvifPixels = 16_000_000
/** Bytes of a picture that is looked at. */
export const mostBytes = 67_108_864
/** How long one may take, from the start of its process, in milliseconds: a hundred times what it does on a machine that has time. */
export const drawingMs = 60_000
/** The exit status that says: there can be no thumbnail of this. */
export const NO_THUMBNAIL = 3
