import type { ComponentProps } from 'react'
import styles from './Button.module.css'
import { classes } from './classes.ts'

interface ButtonProps extends ComponentProps<'button'> {
  look?: 'primary' | 'plain' | 'quiet' | 'danger'
  wide?: boolean
}

export function Button({ look = 'plain', wide = false, className, type = 'button', ...rest }: ButtonProps) {
  return (
    <button {...rest} type={type} className={classes(styles.button, styles[look], wide && styles.wide, className)} />
  )
}
