/**
 * Runs the plans of @apollo/query-planner. A plan is compiled once (`compilePlan`): its fetches become requests that know
 * what they wait for, with their texts at hand. A run (`runPlan`) collects the entities along each request's paths, asks,
 * and merges the answers into one tree, in place. Nothing here knows types of the client or writes its answer
 * (../projection).
 */
export { compilePlan, type CompiledPlan } from './compilePlan.ts'
export { runPlan, type PlanOutcome } from './runPlan.ts'
export { typeTest, type TypeTest } from './typeTest.ts'
export type { Ask, EntityList, FetchRequest, PlacedError } from './planRun.ts'
