/** The first moment of a day as a date field gives it (`2026-03-12`), in local time. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00`)

/** The first moment after it. Not 24 hours later: a day on which the clocks change has more, or fewer. */
export function endOfDay(day: string): Date {
  const end = startOfDay(day)
  end.setDate(end.getDate() + 1)
  return end
}
