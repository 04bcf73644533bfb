/**
 * Calls each listener. What one throws is its own fault: it goes to the console, and neither keeps the others from hearing nor
 * stops the work that they are told of.
 */
export function tellAll(listeners: Iterable<() => void>): void {
  for (const listener of [...listeners]) {
    try {
      listener()
    } catch (fault) {
      // eslint-disable-next-line no-console -- whoever wrote the listener would not know otherwise
      console.error('A listener of @parley/client threw', fault)
    }
  }
}
