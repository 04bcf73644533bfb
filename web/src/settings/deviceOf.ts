import Bowser from 'bowser'

export interface Device {
  /** `Firefox on Windows`; null where the client named nothing that is known. */
  browser: string | null
  system: string | null
  isPhone: boolean
}

/** What a User-Agent stands for, as far as it says. */
export function deviceOf(userAgent: string | null): Device {
  if (!userAgent) return { browser: null, system: null, isPhone: false }
  const { browser, os, platform } = Bowser.parse(userAgent)
  return {
    browser: browser.name || (userAgent.split(/[\s/]/, 1)[0] ?? null),
    system: os.name ?? null,
    isPhone: platform.type === 'mobile' || platform.type === 'tablet',
  }
}
