import { useState } from 'react'
import { Button, SafeAreaView, Text, TextInput } from 'react-native'
import { errorOf } from '@parley/client'

interface AskProps {
  question: string
  action: string
  onAnswer(answer: string): Promise<void>
}

/** One question, and what the server says to the answer. */
export function Ask({ question, action, onAnswer }: AskProps) {
  const [answer, setAnswer] = useState('')
  const [problem, setProblem] = useState('')
  const submit = () => {
    setProblem('')
    onAnswer(answer.trim()).catch((error: unknown) => setProblem(errorOf(error).message))
  }
  return (
    <SafeAreaView style={{ flex: 1, gap: 12, padding: 24, justifyContent: 'center' }}>
      <Text>{question}</Text>
      <TextInput
        style={{ borderWidth: 1, borderRadius: 8, padding: 12 }}
        accessibilityLabel={question}
        value={answer}
        onChangeText={setAnswer}
        onSubmitEditing={submit}
      />
      <Button title={action} onPress={submit} />
      {problem !== '' && <Text accessibilityRole="alert">{problem}</Text>}
    </SafeAreaView>
  )
}
