import { isPicture } from './isPicture.ts'

/** Pictures that were sent from here: shown without asking for them again. Those kept longest go. */
const most = 50
const previews = new Map<string, string>()

export function keepPreview(attachmentId: string, file: File): void {
  if (!isPicture(file.type)) return
  previews.set(attachmentId, URL.createObjectURL(file))
  const [oldest, url] = previews.entries().next().value ?? []
  if (previews.size <= most || oldest === undefined) return
  previews.delete(oldest)
  URL.revokeObjectURL(url!)
}

export const previewOf = (attachmentId: string): string | undefined => previews.get(attachmentId)
