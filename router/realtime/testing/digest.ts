import type { BundleTopic } from '../../../platform/subgraph/topics.ts'
import type { Room, Rooms } from './room.ts'

/** The room that a viewer has alone: its log tells which others join and leave their digest. */
export const deskOf = (newsroom: Rooms, viewer: string): Room => {
  const desk = newsroom.room(`desk of ${viewer}`)
  desk.members ??= new Set([viewer])
  return desk
}

/** Makes the viewer a member, and tells their desk. */
export function join(newsroom: Rooms, viewer: string, name: string) {
  const room = newsroom.room(name)
  room.members = new Set([...(room.members ?? []), viewer])
  const joined = room.append(`${viewer} joins ${name}`)
  const follows = [{ topic: room.topic, after: joined.rev - 1 }]
  return [joined, deskOf(newsroom, viewer).append(`you join ${name}`, undefined, { follows })]
}

/** The other way round. The room's own event ends what the viewer follows, the desk's too. */
export function leave(newsroom: Rooms, viewer: string, name: string) {
  const room = newsroom.room(name)
  room.members!.delete(viewer)
  const left = room.append(`${viewer} leaves ${name}`, [viewer])
  return [left, deskOf(newsroom, viewer).append(`you leave ${name}`, undefined, { leaves: [room.topic] })]
}

/** `after`: positions as `topic@rev`; without one a digest begins where its topics stand. */
export function digestOf(newsroom: Rooms, viewer: string, after: string[] | undefined): BundleTopic[] {
  const known = new Map((after ?? []).map((text) => [text.split('@')[0]!, Number(text.split('@')[1])]))
  const desk = deskOf(newsroom, viewer)
  const rooms = [...newsroom.rooms.values()].filter((room) => room !== desk && room.members?.has(viewer))
  const busiest = rooms.sort((a, b) => b.events.length - a.events.length).slice(0, newsroom.roomsInDigest)
  const isCut = busiest.length < rooms.length
  const place = ({ topic, events: { length: rev } }: Room) => {
    if (known.has(topic) || !after || !isCut) return { topic, rev, after: known.get(topic) ?? rev }
    // Whoever knows others, but not this room, is to read it again.
    return { topic, rev, after: rev - 1, events: [{ topic, rev, payload: { __typename: 'Resync', rev } }] }
  }
  return [{ ...place(desk), ...(isCut && { again: after ? {} : { after: [] } }) }, ...busiest.map(place)]
}
