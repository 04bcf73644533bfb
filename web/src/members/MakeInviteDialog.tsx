import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { change } from '../api/read.ts'
import { useChat } from '../app/ChatContext.ts'
import { Form } from '../session/Form.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Select } from '../ui/Select.tsx'
import { MakeInviteDocument, type MemberRole } from './generated.ts'

interface MakeInviteDialogProps {
  conversationId: string
  onMade(): Promise<void>
  onClose(): void
}

const hours = { hour: 1, day: 24, week: 168, month: 720 } as const
const hourMs = 3_600_000

/** An invite link with an end, and a number of times that it may be used. */
export function MakeInviteDialog({ conversationId, onMade, onClose }: MakeInviteDialogProps) {
  const { t } = useTranslation()
  const { client } = useChat()
  const [link, setLink] = useState<string | null>(null)
  const make = async (values: FormData) => {
    const lasting = hours[values.get('lasting') as keyof typeof hours] as number | undefined
    const input = {
      conversationId,
      expiresAt: lasting ? new Date(Date.now() + lasting * hourMs).toISOString() : null,
      maxUses: Number(values.get('maxUses')) || null,
      role: values.get('role') as MemberRole,
    }
    const { invite } = (await change(client, MakeInviteDocument, { input })).createInvite
    setLink(`${location.origin}/join/${encodeURIComponent(invite.code)}`)
    void onMade()
  }
  return (
    <Dialog title={t('conversations.inviteWithLink')} onClose={onClose}>
      <p>{t('conversations.inviteText')}</p>
      {link ? (
        <CopyField label={t('conversations.inviteLink')} value={link} />
      ) : (
        <Form action={t('members.invite.make')} onSubmit={make}>
          <Select
            label={t('members.invite.lasting')}
            name="lasting"
            defaultValue="week"
            options={[
              ...Object.keys(hours).map(
                (lasting) => [lasting, t(`members.invite.last.${lasting as keyof typeof hours}`)] as const,
              ),
              ['forever', t('members.invite.noEnd')],
            ]}
          />
          <Select
            label={t('members.invite.role')}
            name="role"
            defaultValue="MEMBER"
            options={(['MEMBER', 'GUEST'] as const).map((role) => [role, t(`members.role.${role}`)] as const)}
          />
          <Field
            label={t('members.invite.maxUses')}
            name="maxUses"
            type="number"
            inputMode="numeric"
            min={1}
            max={100_000}
            placeholder={t('members.invite.anyNumber')}
          />
        </Form>
      )}
    </Dialog>
  )
}
