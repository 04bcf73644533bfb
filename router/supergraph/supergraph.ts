import type { DocumentNode, GraphQLError, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import type { Identity } from '../../platform/identity/viewer.ts'
import type { BundleTopic, TopicOpening } from '../../platform/subgraph/topics.ts'
import type { ClientName } from '../usage/clientName.ts'
import type { Answer } from './answer.ts'

/** What goes along with a request to every subgraph that takes part in it. */
export interface RequestContext {
  /** The `Authorization` header, passed on as it came: each subgraph verifies it itself. */
  authorization?: string | undefined
  /** Undefined for an anonymous request. */
  viewer: Identity | undefined
  requestId: string
  /** Its place in a trace (https://www.w3.org/TR/trace-context/). */
  traceparent?: string | undefined
  /** The client's address and user agent. */
  address?: string | undefined
  userAgent?: string | undefined
  /** What the client calls itself. */
  client?: ClientName | undefined
  /** Aborted when nobody waits for the answer any more. */
  signal?: AbortSignal | undefined
  /** The query plan is to stand in the answer's extensions. */
  explain?: boolean
}

/** The composed graph: plans operations over it, and runs the plans on its subgraphs. */
export interface Supergraph {
  /** What clients see: federation's own parts and everything @inaccessible are gone. */
  readonly apiSchema: GraphQLSchema
  /**
   * Parses, validates and plans, once per document text and operation name (a bounded LRU holds the outcome).
   * A document that is wrong is a result: its errors have a code in `extensions`.
   */
  prepare(query: string, operationName?: string): Preparation
  /**
   * Runs a query or mutation. Never rejects for what a subgraph did: errors are in the result, with their code, and what
   * could be had is in `data`. Variables that do not fit give an answer without `data`.
   */
  execute(operation: PreparedOperation, variables: Record<string, unknown>, context: RequestContext): Promise<Answer>
}

export type Preparation = PreparedOperation | { errors: readonly GraphQLError[] }

export interface PreparedOperation {
  readonly kind: 'query' | 'mutation' | 'subscription'
  /** As the client wrote it. */
  readonly document: DocumentNode
  readonly operation: OperationDefinitionNode
  /** For a subscription, and only there. */
  readonly live?: LiveOperation
}

/** The topic that one subscriber asks for. */
export interface TopicRequest {
  /** The channel: the template filled in, as in `conversation:0190…`. */
  name: string
  /** The field's coerced arguments, with the resume argument among them. */
  arguments: Record<string, unknown>
  /** The position after which events are wanted; undefined for "from now on". */
  after: number | undefined
  /** Of a field of state, and only there: its topics, one for each element of the list that the template names. */
  states?: readonly string[]
}

/** A subscription, planned. One is shared by all who subscribe with the same document and operation name. */
export interface LiveOperation {
  /** The subscription field. */
  readonly field: string
  /** Its alias, or its name. */
  readonly responseKey: string
  /** The subgraph that owns the field, and so the topic. */
  readonly subgraph: string
  /** From `@live` or `@liveState` on the field. */
  readonly topicTemplate: string
  readonly resumeArgument?: string
  /** From `@live(bundle: true)`: it reads many topics, which `openBundle` tells. What `topic` gives then names none. */
  readonly isBundle?: boolean
  /** From `@liveState`: the topics have no log, and of each key only the newest counts. */
  readonly isState?: boolean
  /** Stands for the supergraph on which it was planned first: later ones take it over. Absent: there is only one. */
  readonly origin?: object
  /** Every selected field is marked `@viewerIndependent` (itself or its type): one resolution serves all subscribers. */
  readonly viewerIndependent: boolean
  /**
   * Takes what it costs from the viewer's rates, before it is opened. Absent: it costs nothing.
   * @throws OperationTooExpensive, RateLimited
   */
  admit?(variables: Record<string, unknown>, context: RequestContext): Promise<void>
  /**
   * Which topic these variables ask for.
   * @throws InvalidInput  the variables do not fit the operation, or `after` is not a position
   */
  topic(variables: Record<string, unknown>): TopicRequest
  /**
   * Asks the owner, in one call, whether this viewer may open the topic, where it stands and what came after `after`:
   * at most `limit` events.
   * @throws GraphQLError  with the code of the owner's refusal, or UNAVAILABLE when it can't be reached
   */
  open(topic: TopicRequest, limit: number, context: RequestContext): Promise<TopicOpening>
  /**
   * Asks the owner of a bundle which topics it holds for this viewer, and where in them the viewer is.
   * @throws GraphQLError  with the code of the owner's refusal, or UNAVAILABLE when it can't be reached
   */
  openBundle(topic: TopicRequest, context: RequestContext): Promise<readonly BundleTopic[]>
  /**
   * The client's selection for one event: from its payload, then from the other subgraphs. Never rejects for what a
   * subgraph did. `payload` stays as it is and may be shared.
   */
  resolveEvent(
    payload: Record<string, unknown>,
    variables: Record<string, unknown>,
    context: RequestContext,
  ): Promise<Answer>
}
