/**
 * kafkajs sets a timer in the past whenever it isn't throttled. Node 24 warns of it, and it means nothing to the
 * reader of this command; every other warning is printed.
 */
export function hideKafkajsTimerWarning(): void {
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name !== 'TimeoutNegativeWarning') console.error(`${warning.name}: ${warning.message}`)
  })
}
