/**
 * Mends kafkajs 2.2.4 (tulios/kafkajs, src/network/requestQueue): an idle connection arms a timer for "when throttling
 * ended", a time before now, again and again: a thousand wake-ups a second, and a TimeoutNegativeWarning on Node 24.
 * With nothing pending there is nothing to check; a new request arms the timer itself.
 */
import RequestQueue from 'kafkajs/src/network/requestQueue/index.js'

const schedule = RequestQueue.prototype.scheduleCheckPendingRequests

RequestQueue.prototype.scheduleCheckPendingRequests = function (this: RequestQueue) {
  if (this.pending.length > 0) schedule.call(this)
}
