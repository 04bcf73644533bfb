import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { PageFrame } from '../ui/PageFrame.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import styles from './settings.module.css'
import { settingsPages } from './settingsPages.ts'

/** The settings, a page for each matter; on a phone first the list of them. Loaded when they are opened. */
export default function Settings({ path }: { path: string | undefined }) {
  const { t } = useTranslation()
  const shown = settingsPages.find((page) => page.path === path) ?? settingsPages[0]!
  const Page = shown.page
  return (
    <div className={styles.layout} data-list={path === undefined}>
      <nav className={styles.nav} aria-label={t('settings.settings')}>
        <PageHeader
          title={t('settings.settings')}
          back={{ href: '/', label: t('conversations.back') }}
          narrow="tablet"
        />
        <ul className={styles.links}>
          {settingsPages.map(({ path: target, name, icon: Icon }) => (
            <li key={target}>
              <Link
                href={`/settings/${target}`}
                className={styles.link}
                aria-current={target === shown.path ? 'page' : undefined}
              >
                <Icon size={18} aria-hidden="true" />
                {t(name)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.main}>
        {/* By its path: another page begins at its top. */}
        <PageFrame
          key={shown.path}
          title={t(shown.name)}
          level={2}
          back={{ href: '/settings', label: t('settings.back') }}
          narrow="tablet"
        >
          <div className={styles.content}>
            <Suspense>
              <Page />
            </Suspense>
          </div>
        </PageFrame>
      </div>
    </div>
  )
}
