const parameter = 'message'

/** The address of a message: it opens its conversation there. */
export const linkTo = (conversationId: string, messageId: string): string =>
  new URL(`/c/${conversationId}?${parameter}=${encodeURIComponent(messageId)}`, location.href).href

/** The message that the query part of an address leads to. */
export const messageOf = (search: string): string | null => new URLSearchParams(search).get(parameter)
