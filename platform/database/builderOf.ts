import type { QueryBuilder } from './database.ts'

/** The calls of Drizzle's database that `Queries` offers, each with its own `this`. */
export const builderOf = (builder: QueryBuilder): QueryBuilder => ({
  select: builder.select.bind(builder),
  selectDistinct: builder.selectDistinct.bind(builder),
  insert: builder.insert.bind(builder),
  update: builder.update.bind(builder),
  delete: builder.delete.bind(builder),
})
