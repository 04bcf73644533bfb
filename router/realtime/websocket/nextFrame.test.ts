import { expect, test } from '@jest/globals'
import type { Writable } from 'node:stream'
import * as ws from 'ws'
import { NextFrame } from './nextFrame.ts'
import { nextTail } from './messages.ts'

/** A part of `ws` that its types leave out. */
const { Receiver } = ws as unknown as { Receiver: new (options: { isServer: boolean }) => Writable }

/** What a client's parser makes of these frames. */
function read(...frames: Buffer[]): string[] {
  const messages: string[] = []
  const receiver = new Receiver({ isServer: false })
  receiver.on('message', (data: Buffer) => messages.push(String(data)))
  for (const frame of frames) receiver.write(frame)
  return messages
}

const frameFor = (id: string, result: string) => new NextFrame(Buffer.byteLength(JSON.stringify(id)), nextTail(result))

test.each([0, 80, 400, 65_440, 65_600, 200_000])('a result with %i bytes of text is one whole message', (size) => {
  const result = JSON.stringify({ data: { text: 'ä'.repeat(size / 2) } })
  const frame = frameFor('1', result)
  expect(read(Buffer.from(frame.of('"1"')))).toEqual([`{"id":"1","type":"next","payload":${result}}`])
})

test('one frame serves ids of one length, and each client gets its own', () => {
  const frame = frameFor('aä', '{"data":1}')
  const frames = ['"aä"', '"öb"', '"xyz"'].map((id) => Buffer.from(frame.of(id)))
  expect(read(...frames).map((text) => JSON.parse(text).id)).toEqual(['aä', 'öb', 'xyz'])
})

test('bytes that still wait to be written are not changed by the next id', () => {
  const frame = frameFor('a', '{"data":1}')
  const waiting = frame.of('"a"')
  frame.keep()
  const next = frame.of('"b"')
  expect(read(waiting, next).map((text) => JSON.parse(text).id)).toEqual(['a', 'b'])
})
