// First: the ids of messages are made of random numbers, and what is not sent yet is kept.
import 'react-native-get-random-values'
import 'expo-sqlite/localStorage/install'
import { registerRootComponent } from 'expo'
import { App } from './App.tsx'

registerRootComponent(App)
