import { MessagesSquare } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Route, Switch, useRoute } from 'wouter'
import { ConversationPage } from '../conversations/ConversationPage.tsx'
import { JoinPage } from '../conversations/JoinPage.tsx'
import { Sidebar } from '../conversations/Sidebar.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import styles from './ChatPages.module.css'
import { ConnectionBanner } from './ConnectionBanner.tsx'
import { LiveRegion } from './LiveRegion.tsx'

const ChannelsPage = lazy(() => import('../discover/ChannelsPage.tsx'))
const NotificationsPage = lazy(() => import('../notifications/NotificationsPage.tsx'))
const SearchPage = lazy(() => import('../discover/SearchPage.tsx'))
const Settings = lazy(() => import('../settings/Settings.tsx'))

/** Conversations beside the open one; on a phone, one or the other. */
export function ChatPages() {
  const { t } = useTranslation()
  const [isHome] = useRoute('/')
  const [, conversation] = useRoute('/c/:id')
  return (
    <div className={styles.pages} data-home={isHome}>
      <Sidebar openId={conversation?.id} />
      <div className={styles.content}>
        <ConnectionBanner />
        <div className={styles.page}>
          <Switch>
            <Route path="/c/:id">{({ id }) => <ConversationPage key={id} id={id} />}</Route>
            <Route path="/settings/:path?">
              {({ path }) => (
                <Suspense>
                  <Settings path={path} />
                </Suspense>
              )}
            </Route>
            <Route path="/channels">
              <Suspense>
                <ChannelsPage />
              </Suspense>
            </Route>
            <Route path="/notifications">
              <Suspense>
                <NotificationsPage />
              </Suspense>
            </Route>
            <Route path="/search">
              <Suspense>
                <SearchPage />
              </Suspense>
            </Route>
            <Route path="/join/:code">{({ code }) => <JoinPage key={code} code={code} />}</Route>
            <Route>
              <EmptyState icon={<MessagesSquare size={26} />} title={t('app.chooseTitle')}>
                <p>{t('app.chooseText')}</p>
              </EmptyState>
            </Route>
          </Switch>
        </div>
      </div>
      <LiveRegion openId={conversation?.id} />
    </div>
  )
}
