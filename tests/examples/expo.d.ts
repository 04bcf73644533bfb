/**
 * What examples/expo uses of React Native and Expo, as their own types have it, so that the example is type-checked where neither
 * is installed. With the real ones: `npm run check` in examples/expo.
 */
declare module 'react-native' {
  import type { ComponentType, ReactElement, ReactNode } from 'react'

  interface Style {
    flex?: number
    gap?: number
    padding?: number
    paddingVertical?: number
    justifyContent?: 'flex-start' | 'flex-end' | 'center' | 'space-between' | 'space-around' | 'space-evenly'
    borderWidth?: number
    borderRadius?: number
    opacity?: number
  }
  interface ViewProps {
    style?: Style
    children?: ReactNode
    accessibilityLabel?: string
    accessibilityRole?: 'alert' | 'header' | 'button' | 'text'
  }
  export const View: ComponentType<ViewProps>
  export const SafeAreaView: ComponentType<ViewProps>
  export const Text: ComponentType<ViewProps>
  export const KeyboardAvoidingView: ComponentType<ViewProps & { behavior?: 'height' | 'position' | 'padding' }>
  export const Button: ComponentType<{ title: string; onPress?(): void }>
  export const TextInput: ComponentType<
    ViewProps & {
      value?: string
      onChangeText?(text: string): void
      onSubmitEditing?(): void
      submitBehavior?: 'submit' | 'blurAndSubmit' | 'newline'
    }
  >
  export function FlatList<Item>(props: {
    data: readonly Item[]
    inverted?: boolean
    keyExtractor?(item: Item, index: number): string
    renderItem(info: { item: Item; index: number }): ReactElement | null
  }): ReactElement

  export const AppState: {
    addEventListener(
      type: 'change',
      listener: (state: 'active' | 'background' | 'inactive' | 'unknown' | 'extension') => void,
    ): { remove(): void }
  }
}

declare module 'expo' {
  import type { ComponentType } from 'react'
  export function registerRootComponent(component: ComponentType): void
}

declare module 'expo-secure-store' {
  export function getItem(key: string): string | null
  export function setItem(key: string, value: string): void
  export function deleteItemAsync(key: string): Promise<void>
}

declare module 'react-native-get-random-values'
declare module 'expo-sqlite/localStorage/install'
