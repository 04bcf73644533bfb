import type { ComponentProps } from 'react'
import { Field } from './Field.tsx'

/** The address of a picture, as the server takes it (`avatarUrl`). */
export const PictureField = (props: ComponentProps<typeof Field>) => (
  <Field
    name="avatarUrl"
    type="url"
    inputMode="url"
    maxLength={500}
    pattern="https://.*"
    placeholder="https://"
    {...props}
  />
)
