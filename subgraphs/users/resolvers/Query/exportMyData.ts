import { exportMyData } from '../../domain/exportMyData.ts'
import type { QueryResolvers } from '../../generated.ts'

export const exportMyDataResolver: QueryResolvers['exportMyData'] = (_parent, _args, { accounts, viewer }) =>
  exportMyData(accounts, viewer.required())
