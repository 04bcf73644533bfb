import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change, read } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { session } from '../session/browserSession.ts'
import { Form, textOf } from '../session/Form.tsx'
import { atHandle } from '../ui/atHandle.ts'
import { HandleField } from '../session/HandleField.tsx'
import { NameField } from '../session/NameField.tsx'
import { Avatar } from '../ui/Avatar.tsx'
import { Field } from '../ui/Field.tsx'
import { Pending } from '../ui/Pending.tsx'
import { PictureField } from '../ui/PictureField.tsx'
import { useAction } from '../ui/useAction.ts'
import { MyProfileDocument, UpdateProfileDocument, type ProfileFragment } from './generated.ts'
import { GuestUpgrade } from './GuestUpgrade.tsx'
import styles from './ProfileSettings.module.css'
import { Section } from './Section.tsx'

/** How others see one. */
export function ProfileSettings() {
  const { client } = useChat()
  const [profile, setProfile] = useState<ProfileFragment | null>(null)
  const { act: load, problem } = useAction(async () => setProfile((await read(client, MyProfileDocument, {})).me))
  useEffect(() => void load(), [client])
  if (!profile) return <Pending problem={problem} onRetry={() => void load()} />
  return (
    <>
      {profile.isGuest && <GuestUpgrade name={profile.name} onDone={() => void load()} />}
      <ProfileForm key={profile.handle} profile={profile} onSaved={setProfile} />
    </>
  )
}

function ProfileForm({ profile, onSaved }: { profile: ProfileFragment; onSaved(profile: ProfileFragment): void }) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [avatarUrl, setAvatarUrl] = useState(profile.avatarUrl ?? '')
  const save = async (values: FormData) => {
    const input = {
      name: textOf(values, 'name'),
      avatarUrl: textOf(values, 'avatarUrl') || null,
      statusText: textOf(values, 'statusText') || null,
      ...(profile.isGuest ? {} : { handle: textOf(values, 'handle') }),
    }
    const { user } = (await change(client, UpdateProfileDocument, { input })).updateProfile
    session.setUser({ ...session.current()?.user, ...user })
    onSaved(user)
  }
  return (
    <Section title={t('settings.profile.title')} about={t('settings.profile.about')}>
      <div className={styles.who}>
        <Avatar id={profile.id} name={profile.name} url={avatarUrl || null} size={72} />
        <div>
          <strong dir="auto">{profile.name}</strong>
          <span>{profile.handle === null ? t('ui.guest') : atHandle(profile.handle)}</span>
        </div>
      </div>
      <Form action={t('ui.save')} done={t('ui.saved')} onSubmit={save}>
        <ProfileFields profile={profile} avatarUrl={avatarUrl} onAvatarUrl={setAvatarUrl} />
      </Form>
    </Section>
  )
}

interface ProfileFieldsProps {
  profile: ProfileFragment
  avatarUrl: string
  onAvatarUrl(url: string): void
}

function ProfileFields({ profile, avatarUrl, onAvatarUrl }: ProfileFieldsProps) {
  const { t } = useTranslation()
  return (
    <>
      <NameField defaultValue={profile.name} />
      {!profile.isGuest && <HandleField defaultValue={profile.handle ?? ''} />}
      <Field
        label={t('settings.profile.status')}
        name="statusText"
        maxLength={140}
        defaultValue={profile.statusText ?? ''}
        placeholder={t('settings.profile.statusPlaceholder')}
      />
      <PictureField
        label={t('settings.profile.picture')}
        value={avatarUrl}
        onChange={(event) => onAvatarUrl(event.target.value)}
        hint={t('settings.profile.pictureHint')}
      />
    </>
  )
}
