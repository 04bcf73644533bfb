export { errorOf } from '../errors/errorOf.ts'
