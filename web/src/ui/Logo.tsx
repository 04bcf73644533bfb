/** The mark: a speech bubble with three dots, as in favicon.svg. */
export function Logo({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true">
      <path
        fill="var(--accent)"
        d="M9 3h14a6 6 0 0 1 6 6v8a6 6 0 0 1-6 6h-8.6l-6 5.3A.9.9 0 0 1 7 27.6V22.7A6 6 0 0 1 3 17V9a6 6 0 0 1 6-6z"
      />
      <g fill="var(--on-accent)">
        <circle cx="10.5" cy="13" r="2" />
        <circle cx="16" cy="13" r="2" />
        <circle cx="21.5" cy="13" r="2" />
      </g>
    </svg>
  )
}
