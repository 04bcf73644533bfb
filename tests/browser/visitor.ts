import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { TcpProxy } from '../../platform/network/tcpProxy.ts'
import { patienceMs, until } from '../../platform/time/until.ts'
import { findChromium } from './findChromium.ts'

export const launch = (): Promise<Browser> =>
  // Chromium's own sandbox needs rights that containers do not give to root; the pages are our own.
  chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })

const wide = { viewport: { width: 1280, height: 800 } }

/** Someone with a browser of their own. */
export class Visitor {
  readonly page: Page
  /** What the page complained about: there should be nothing. */
  readonly complaints: string[] = []
  readonly #url: string

  readonly #line: TcpProxy | undefined

  private constructor(page: Page, url: string, line?: TcpProxy) {
    this.page = page
    this.#url = url
    this.#line = line
    page.setDefaultTimeout(patienceMs)
    page.on('pageerror', (error) => this.complaints.push(String(error)))
    page.on('dialog', (dialog) => {
      this.complaints.push(`dialog: ${dialog.message()}`)
      void dialog.dismiss()
    })
  }

  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ ...wide, ...options })
    return new Visitor(await context.newPage(), url)
  }

  /** With a network line of their own, which can be cut: a browser that only acts as if offline lets requests through now and then. */
  static async openOnLine(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const { hostname, port } = new URL(url)
    const line = await TcpProxy.open({ host: hostname, port: Number(port) })
    const context = await browser.newContext({ ...wide, ...options })
    context.on('close', () => void line.close())
    return new Visitor(await context.newPage(), `http://${hostname}:${line.port}`, line)
  }

  async comeIn(name: string, path = '/'): Promise<void> {
    await this.page.goto(this.#url + path)
    await this.page.getByLabel('Your name').fill(name)
    await this.page.getByRole('button', { name: 'Come in', exact: true }).click()
  }

  /** On the form for a new account. */
  async register(name: string, handle: string, password = 'correct horse'): Promise<void> {
    await this.page.getByLabel('Your name').fill(name)
    await this.page.getByLabel('Handle').fill(handle)
    await this.page.getByLabel('Password').fill(password)
    await this.page.getByRole('button', { name: 'Create account' }).click()
  }

  /** Resolves with the path of an invite link to the new conversation. */
  async startConversation(title: string): Promise<string> {
    await this.page.getByRole('button', { name: 'Start a conversation' }).last().click()
    await this.page.getByLabel('What is it about?').fill(title)
    await this.page.getByRole('button', { name: 'Start', exact: true }).click()
    await this.page.getByRole('button', { name: 'Invite', exact: true }).click()
    const link = this.page.getByLabel('Invite link')
    await link.and(this.page.locator('[value*="/join/"]')).waitFor()
    const path = new URL(await link.inputValue()).pathname
    await this.page.keyboard.press('Escape')
    return path
  }

  async join(name: string, path: string): Promise<void> {
    await this.comeIn(name, path)
    await this.page.getByRole('button', { name: 'Join the conversation' }).click()
    await this.page.getByLabel(/^Message to/).waitFor()
  }

  async say(text: string): Promise<void> {
    await this.page.getByLabel(/^Message to/).fill(text)
    await this.page.keyboard.press('Enter')
  }

  async sees(text: string, timeout = patienceMs): Promise<void> {
    const messages = this.page.getByRole('region', { name: 'Messages', exact: true })
    await messages.getByText(text, { exact: true }).last().waitFor({ timeout })
  }

  /** Resolves once these are the messages shown: what an earlier page kept may be shown until the server has answered. */
  async reads(texts: readonly string[]): Promise<void> {
    const wanted = JSON.stringify(texts)
    let shown = ''
    await until(
      async () => (shown = JSON.stringify(await this.texts())) === wanted,
      () => `${shown} is shown, not ${wanted}`,
    )
  }

  /** The texts of the messages shown, oldest first. */
  texts(): Promise<string[]> {
    return this.page.$$eval('[data-status]', (bubbles) => bubbles.map((bubble) => bubble.firstChild?.textContent ?? ''))
  }

  /** Of one that was opened on a line. */
  async offline(isOffline: boolean): Promise<void> {
    if (isOffline) await this.#line!.cut()
    else await this.#line!.restore()
    await this.page.context().setOffline(isOffline)
  }

  async picture(name: string): Promise<void> {
    const folder = process.env.PARLEY_SCREENSHOTS
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    await this.page.screenshot({ path: join(folder, `${name}.png`) })
  }
}
