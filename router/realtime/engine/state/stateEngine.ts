import type { Engine } from '../engine.ts'
import type { StateReadings } from './stateReadings.ts'

/** What the parts that follow state share. */
export interface StateEngine extends Omit<Engine, 'log'> {
  readings: StateReadings
  /** Settles when changes of what viewers may see will be heard. */
  access(): Promise<unknown>
}
