import { Readable } from 'node:stream'
import { eq } from 'drizzle-orm'
import { v7 as uuid } from 'uuid'
import { tables } from '../../../platform/database/index.ts'
import { codeOf } from './asking.ts'
import { AttachmentsModel, type Step } from './attachmentsModel.ts'
import type { User, World } from './world.ts'

const { attachments, scheduledMessages } = tables
const BYTES = 'x'
/** As the person of a step: whoever has uploaded its first file. */
export const OWNER = 3

/** Steps taken in a world and in the model: each says what came of it, as the world has it and as the model has. */
export class AttachmentsRun {
  readonly model = new AttachmentsModel()
  readonly #world: World
  #people!: User[]
  #places!: string[]
  readonly #files: { id: string; url: string; key: string | undefined }[] = []
  readonly #messages: string[] = []
  readonly #scheduled: { id: string; clientMessageId: string; place: number }[] = []

  constructor(world: World) {
    this.#world = world
  }

  async begin(): Promise<this> {
    this.#people = await this.#world.users(3)
    const [ada, bob, cleo] = this.#people as [User, User, User]
    this.#places = [await this.#world.conversation(ada, bob), await this.#world.conversation(ada, cleo)]
    return this
  }

  /** What the world says of a step, and what the model; undefined where there is nothing yet that it could be about. */
  async take(step: Step): Promise<[world: string, model: string] | undefined> {
    const { model } = this
    const one = this.#existing(step)
    if (!one) return undefined
    switch (one.do) {
      case 'request':
        return [await this.#request(one.person), model.request(one.person)]
      case 'put':
        return [await this.#put(one.file), model.put(one.file)]
      case 'discard':
        return [
          await this.#mutate(one.person, 'discardUpload', this.#idOf(one.file)),
          model.discard(one.person, one.file),
        ]
      case 'send':
        return [await this.#send(one), model.send(one.person, one.place, one.files)]
      case 'schedule':
        return [await this.#schedule(one), model.schedule(one.person, one.place, one.files)]
      case 'cancel': {
        const { sender } = model.scheduled[one.scheduled]!
        const { id } = this.#scheduled[one.scheduled]!
        return [await this.#mutate(sender, 'cancelScheduledMessage', { id }), model.cancel(one.scheduled)]
      }
      case 'forward':
        return [await this.#forward(one), model.forward(one.person, one.place, one.message)]
      case 'delete': {
        const { sender } = model.messages[one.message]!
        const input = { messageId: this.#messages[one.message] }
        return [await this.#mutate(sender, 'deleteMessage', input), model.delete(one.message)]
      }
      default:
        await this.#pass(one)
        return ['ok', 'ok']
    }
  }

  /** Where each file's bytes can be read, and by whom: as the world has it, and as the model has. */
  async readers(): Promise<[world: string[], model: string[]]> {
    const pairs = this.#files.flatMap((_file, file) => this.#people.map((_person, person) => ({ file, person })))
    const says = async ({ file, person }: { file: number; person: number }, may: boolean) =>
      `${file} by ${person}: ${may}`
    return [
      await Promise.all(pairs.map(async (pair) => says(pair, await this.#reads(pair)))),
      await Promise.all(pairs.map((pair) => says(pair, this.model.mayRead(pair.person, pair.file)))),
    ]
  }

  /** Which files' bytes are kept, once everything is swept. */
  async kept(): Promise<[world: boolean[], model: boolean[]]> {
    await this.#pass({ do: 'sweep' })
    const isThere = async ({ key }: { key: string | undefined }) => {
      const found = key && (await this.#world.objects.get(key))
      if (found) found.destroy()
      return !!found
    }
    return [await Promise.all(this.#files.map(isThere)), this.#files.map((_file, n) => this.model.isKept(n))]
  }

  /** The step with numbers of what there is; undefined where there is none. */
  #existing(step: Step): Step | undefined {
    const within = (n: number, { length }: { length: number }) => n % length
    if ('file' in step) return this.#files.length ? { ...step, file: within(step.file, this.#files) } : undefined
    if ('message' in step)
      return this.#messages.length ? { ...step, message: within(step.message, this.#messages) } : undefined
    if ('scheduled' in step) {
      return this.#scheduled.length ? { ...step, scheduled: within(step.scheduled, this.#scheduled) } : undefined
    }
    if (!('files' in step)) return step
    if (this.#files.length === 0) return undefined
    const files = [...new Set(step.files.map((file) => within(file, this.#files)))]
    return { ...step, files, person: step.person === OWNER ? this.model.files[files[0]!]!.owner : step.person }
  }

  async #ask(person: number, name: string, input: object, selection: string, type = nameOf(name)) {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} } }`
    return this.#world.ask(query, { input }, this.#people[person])
  }

  async #mutate(person: number, name: string, input: object): Promise<string> {
    return codeOf(await this.#ask(person, name, input, '__typename')) ?? 'ok'
  }

  #idOf = (file: number) => ({ attachmentId: this.#files[file]!.id })

  async #request(person: number): Promise<string> {
    const input = { name: 'a.txt', contentType: 'text/plain', size: BYTES.length }
    const { data, errors } = await this.#ask(person, 'requestUpload', input, 'upload { attachmentId url }')
    if (errors) return String(errors[0]!.extensions?.code)
    const { attachmentId, url } = (data as { requestUpload: { upload: { attachmentId: string; url: string } } })
      .requestUpload.upload
    this.#files.push({ id: attachmentId, url, key: undefined })
    return 'ok'
  }

  async #put(index: number): Promise<string> {
    const file = this.#files[index]!
    const request = { method: 'PUT', url: file.url, headers: {}, body: Buffer.alloc(0) }
    const { signal } = new AbortController()
    const reply = await this.#world.pass({ ...request, signal, stream: Readable.from([Buffer.from(BYTES)]) })
    if (reply.status !== 200) return JSON.parse(String(reply.body)).errors[0].extensions.code
    const { database } = this.#world
    const [row] = await database.select().from(attachments).where(eq(attachments.id, file.id))
    file.key = row!.objectKey!
    return 'ok'
  }

  #content({ place, files }: { place: number; files: number[] }) {
    const attachmentIds = files.map((file) => this.#files[file]!.id)
    return { conversationId: this.#places[place]!, clientMessageId: uuid(), text: '', attachmentIds }
  }

  async #send(step: Extract<Step, { do: 'send' | 'schedule' }>): Promise<string> {
    return this.#sent(await this.#ask(step.person, 'sendMessage', this.#content(step), 'message { id }'))
  }

  async #forward({ person, place, message }: Extract<Step, { do: 'forward' }>): Promise<string> {
    const [messageId, conversationId] = [this.#messages[message]!, this.#places[place]!]
    const input = { messageId, conversationId, clientMessageId: uuid() }
    return this.#sent(await this.#ask(person, 'forwardMessage', input, 'message { id }'))
  }

  #sent({ data, errors }: Awaited<ReturnType<World['ask']>>): string {
    if (errors) return String(errors[0]!.extensions?.code)
    const [{ message }] = Object.values(data as Record<string, { message: { id: string } }>) as [
      { message: { id: string } },
    ]
    this.#messages.push(message.id)
    return 'ok'
  }

  async #schedule(step: Extract<Step, { do: 'send' | 'schedule' }>): Promise<string> {
    const input = { ...this.#content(step), sendAt: new Date(Date.now() + 86_400_000).toISOString() }
    const { data, errors } = await this.#ask(step.person, 'scheduleMessage', input, 'scheduledMessage { id }')
    if (errors) return String(errors[0]!.extensions?.code)
    const { id } = (data as { scheduleMessage: { scheduledMessage: { id: string } } }).scheduleMessage.scheduledMessage
    this.#scheduled.push({ id, clientMessageId: input.clientMessageId, place: step.place })
    return 'ok'
  }

  async #reads({ file, person }: { file: number; person: number }): Promise<boolean> {
    const [{ id }, { authorization }] = [this.#files[file]!, this.#people[person]!]
    const { signal } = new AbortController()
    const request = { method: 'GET', url: `/files/${id}`, headers: {}, body: Buffer.alloc(0), authorization, signal }
    const { status, body } = await this.#world.pass(request)
    if (body instanceof Readable) body.destroy()
    return status === 200
  }

  /** What nobody is answered for. */
  async #pass(step: Step): Promise<void> {
    const { database, sweep, timers } = this.#world
    if (step.do === 'sweep') {
      while ((await sweep.run(1_000)) > 0);
      this.model.sweep()
    }
    if (step.do === 'leave') {
      if (this.model.people[step.person]!.places.has(step.place)) {
        await this.#world.remove(this.#places[step.place]!, this.#people[step.person]!)
      }
      this.model.leave(step.person, step.place)
    }
    if (step.do === 'expire') {
      const { id } = this.#files[step.file]!
      const { state } = this.model.files[step.file]!
      this.model.expire(step.file)
      if (state !== 'PENDING' && state !== 'READY') return
      await database.update(attachments).set({ expiresAt: Date.now() }).where(eq(attachments.id, id))
    }
    if (step.do === 'sendDue') {
      const { id, clientMessageId } = this.#scheduled[step.scheduled]!
      const wasSent = this.model.messages.length
      await database.update(scheduledMessages).set({ sendAt: 1 }).where(eq(scheduledMessages.id, id))
      await timers.run(1_000)
      this.model.sendDue(step.scheduled)
      if (this.model.messages.length === wasSent) return
      const [row] = await database
        .select({ id: tables.messages.id })
        .from(tables.messages)
        .where(eq(tables.messages.clientMessageId, clientMessageId))
      this.#messages.push(row!.id)
    }
  }
}

const nameOf = (mutation: string) => `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`
