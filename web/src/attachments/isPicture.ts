/** What the server has looked at, and browsers show. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif'])

export const isPicture = (contentType: string): boolean => pictures.has(contentType)
