import { useMemo } from 'react'
import { linkify } from './linkify.ts'

/** Text as it was written, its links made clickable. */
export function MessageText({ text }: { text: string }) {
  const parts = useMemo(() => linkify(text), [text])
  return parts.map((part, index) =>
    part.kind === 'text' ? (
      part.text
    ) : (
      <a key={index} href={part.href} target="_blank" rel="noopener noreferrer nofollow">
        {part.text}
      </a>
    ),
  )
}
