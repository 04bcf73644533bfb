type Path = readonly (string | number)[]

/** Does an error at `known` say why there is nothing at `path`? It stands there, above or below. */
export function covers(known: Path, path: Path): boolean {
  const length = Math.min(known.length, path.length)
  for (let i = 0; i < length; i++) if (known[i] !== path[i]) return false
  return true
}
