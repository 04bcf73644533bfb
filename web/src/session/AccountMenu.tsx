import { LogOut, Monitor, Moon, Settings, Sun, UserRoundPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { storeTheme, storedTheme, type Theme } from '../theme/theme.ts'
import { atHandle } from '../ui/atHandle.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Menu, MenuItem } from '../ui/Menu.tsx'
import styles from './AccountMenu.module.css'
import { logOut } from './browserSession.ts'
import { LogOutDialog } from './LogOutDialog.tsx'
import { RegisterDialog } from './RegisterDialog.tsx'
import { useSession } from './useSession.ts'

const nextTheme: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' }
const themeNames = {
  system: 'session.coloursSystem',
  light: 'session.coloursLight',
  dark: 'session.coloursDark',
} as const
const themeIcons = { system: Monitor, light: Sun, dark: Moon }

/** Who is signed in, and what they can change about it. */
export function AccountMenu() {
  const { t } = useTranslation()
  const user = useSession()?.user
  const [, navigate] = useLocation()
  const [theme, setTheme] = useState(storedTheme)
  const [dialog, setDialog] = useState<'register' | 'logOut' | null>(null)
  if (!user) return null
  const ThemeIcon = themeIcons[theme]
  const changeTheme = () => {
    storeTheme(nextTheme[theme])
    setTheme(nextTheme[theme])
  }
  // A guest who logs out can't come back: that is worth a question.
  const leave = () => (user.isGuest ? setDialog('logOut') : void logOut())
  return (
    <>
      <Menu
        label={t('session.accountOf', { name: user.name })}
        buttonClass={styles.button}
        face={<Avatar id={user.id} name={user.name} size={34} />}
      >
        <div className={styles.who}>
          <strong dir="auto">{user.name}</strong>
          <span>{user.handle ? atHandle(user.handle) : t('ui.guest')}</span>
        </div>
        {user.isGuest && (
          <MenuItem icon={<UserRoundPlus size={18} />} onSelect={() => setDialog('register')}>
            {t('session.createAnAccount')}
          </MenuItem>
        )}
        <MenuItem icon={<Settings size={18} />} onSelect={() => navigate('/settings')}>
          {t('session.settings')}
        </MenuItem>
        <MenuItem icon={<ThemeIcon size={18} />} onSelect={changeTheme}>
          {t(themeNames[theme])}
        </MenuItem>
        <MenuItem icon={<LogOut size={18} />} onSelect={leave}>
          {t('session.logOut')}
        </MenuItem>
      </Menu>
      {dialog === 'register' && <RegisterDialog name={user.name} onClose={() => setDialog(null)} />}
      {dialog === 'logOut' && <LogOutDialog onRegister={() => setDialog('register')} onClose={() => setDialog(null)} />}
    </>
  )
}
