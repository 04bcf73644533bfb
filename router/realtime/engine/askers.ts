/** Those who wait for one answer: it is wanted while one of them is there. */
export class Askers {
  #wanted: (() => boolean)[] = []

  add(wanted: () => boolean): void {
    this.#wanted.push(wanted)
  }

  readonly areThere = (): boolean => this.#wanted.some((isWanted) => isWanted())
}

/** An answer under way, for all who ask for it meanwhile. */
export interface Shared<T> {
  readonly answer: Promise<T>
  readonly askers: Askers
}

/** Begins an answer that others may share. `ask` is told whether anybody waits for it still. */
export function sharing<T>(ask: (isWanted: () => boolean) => Promise<T>, wanted: () => boolean): Shared<T> {
  const askers = new Askers()
  askers.add(wanted)
  return { answer: ask(askers.areThere), askers }
}
