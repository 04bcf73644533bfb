import { ModuleMocker } from 'jest-mock'

/** Where a suite runs: in the worker itself, as a program does. What it leaves behind is taken away after it. */
export default class WorkerEnvironment {
  readonly global = globalThis
  readonly moduleMocker = new ModuleMocker(globalThis)
  readonly fn = this.moduleMocker.fn.bind(this.moduleMocker)
  readonly spyOn = this.moduleMocker.spyOn.bind(this.moduleMocker)
  readonly fakeTimers = null
  readonly fakeTimersModern = null
  readonly #globals = Object.getOwnPropertyDescriptors(globalThis)
  readonly #variables = { ...process.env }
  readonly #exit = process.exit

  /** Jest asks for a virtual context; there is none. */
  getVmContext(): null {
    return null
  }

  exportConditions(): string[] {
    return ['node', 'node-addons']
  }

  async setup(): Promise<void> {}

  async teardown(): Promise<void> {
    process.exit = this.#exit
    for (const name of Reflect.ownKeys(globalThis)) {
      if (!Object.hasOwn(this.#globals, name)) Reflect.deleteProperty(globalThis, name)
    }
    for (const name of Reflect.ownKeys(this.#globals)) restore(name, Reflect.get(this.#globals, name))
    for (const name of Object.keys(process.env)) if (!(name in this.#variables)) delete process.env[name]
    Object.assign(process.env, this.#variables)
  }
}

function restore(name: string | symbol, before: PropertyDescriptor): void {
  const now = Object.getOwnPropertyDescriptor(globalThis, name)
  if (now?.value === before.value && now?.get === before.get) return
  Object.defineProperty(globalThis, name, before)
}
