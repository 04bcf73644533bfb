import { timeOfDay } from '../domain/notifications/quietHours.ts'
import type { QuietHoursResolvers } from '../generated.ts'

export const QuietHours: QuietHoursResolvers = {
  start: ({ start }) => timeOfDay(start),
  end: ({ end }) => timeOfDay(end),
}
