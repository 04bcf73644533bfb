import type { BareParts } from './bareParts.ts'
import type { ReceiptTimes } from './receipt.ts'
import type { SendRates } from './senders.ts'

/** What one run measured on one side: embedded, or services. */
export interface SendResults {
  bare: BareParts
  times: ReceiptTimes
  rates: SendRates
}
