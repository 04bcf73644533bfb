import { dayName, fullTime } from '../ui/times.ts'
import { useNow } from '../ui/useNow.ts'
import styles from './DaySection.module.css'
import type { Day } from './groupMessages.ts'
import { MessageGroup } from './MessageGroup.tsx'

export function DaySection({ day, viewerId }: { day: Day; viewerId: string }) {
  const now = useNow()
  return (
    <section className={styles.day} aria-label={dayName(day.at, now)}>
      <h2 className={styles.name} title={fullTime(day.at)}>
        {dayName(day.at, now)}
      </h2>
      {day.groups.map((group) => (
        <MessageGroup key={group.key} group={group} isOwn={group.senderId === viewerId} />
      ))}
    </section>
  )
}
