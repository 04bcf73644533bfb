import type { Answer } from '../../supergraph/index.ts'
import type { NextFrame } from '../websocket/nextFrame.ts'

/** One result, serialized once for all who get it. */
export class SharedResult {
  /** The execution result as JSON. */
  readonly json: string
  /** Its `next` messages, by the length of the id, where somebody gets it over a WebSocket. */
  readonly frames = new Map<number, NextFrame>()

  constructor(answer: Answer) {
    this.json = answer.body
  }
}
