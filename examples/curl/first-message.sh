#!/bin/sh
# Comes in as a guest, starts a group, says something and reads it back. Needs curl and nothing else.
#   PARLEY_URL=http://localhost:4000 sh first-message.sh
set -eu
url="${PARLEY_URL:-http://localhost:4000}/graphql"
token=''

# ask QUERY: prints the answer.
ask() {
  curl --silent --show-error --fail-with-body "$url" \
    --header 'content-type: application/json' --header "authorization: ${token:+Bearer }$token" \
    --data "{\"query\": \"$1\"}"
  echo
}
# value NAME: the first value of that name in the JSON on standard input.
value() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*/\1/p"; }

token=$(ask 'mutation { continueAsGuest(input: {name: \"Curl\"}) { session { accessToken } } }' | value accessToken)
[ "$token" ] || exit 1
id=$(ask 'mutation { createGroup(input: {title: \"From a shell\", memberIds: []}) { conversation { id } } }' | value id)
ask "mutation { sendMessage(input: {conversationId: \\\"$id\\\", clientMessageId: \\\"first\\\", text: \\\"Hello from curl\\\"}) { message { seq } } }"
ask "{ conversation(id: \\\"$id\\\") { messages(last: 10) { edges { node { seq text sender { name } } } } } }"
