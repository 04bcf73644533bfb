import type { BundleTopic } from '../../../platform/subgraph/topics.ts'
import type { Newsroom, Room } from './news.ts'

/** The room that a viewer has alone: its log tells which others join and leave their digest. */
export const deskOf = (newsroom: Newsroom, viewer: string): Room => {
  const desk = newsroom.room(`desk of ${viewer}`)
  desk.members ??= new Set([viewer])
  return desk
}

/** Makes the viewer a member, and tells their desk. */
export function join(newsroom: Newsroom, viewer: string, name: string) {
  const room = newsroom.room(name)
  room.members = new Set([...(room.members ?? []), viewer])
  const joined = room.append(`${viewer} joins ${name}`)
  const follows = [{ topic: room.topic, after: joined.rev - 1 }]
  return [joined, deskOf(newsroom, viewer).append(`you join ${name}`, undefined, { follows })]
}

/** The other way round. The room's own event ends what the viewer follows, the desk's too. */
export function leave(newsroom: Newsroom, viewer: string, name: string) {
  const room = newsroom.room(name)
  room.members!.delete(viewer)
  const left = room.append(`${viewer} leaves ${name}`, [viewer])
  return [left, deskOf(newsroom, viewer).append(`you leave ${name}`, undefined, { leaves: [room.topic] })]
}

/** `after`: positions as `topic@rev`; without one a digest begins where its topics stand. */
export function digestOf(newsroom: Newsroom, viewer: string, after: string[] | undefined): BundleTopic[] {
  const known = new Map((after ?? []).map((text) => [text.split('@')[0]!, Number(text.split('@')[1])]))
  deskOf(newsroom, viewer)
  const own = [...newsroom.rooms.values()].filter(({ members }) => members?.has(viewer))
  return own.map(({ topic, events }) => ({ topic, rev: events.length, after: known.get(topic) ?? events.length }))
}
