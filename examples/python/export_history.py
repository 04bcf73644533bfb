#!/usr/bin/env python3
"""Exports a conversation's history into a file of NDJSON. Run it again, and it goes on where it ended or was cut.

    PARLEY_URL=http://localhost:4000 PARLEY_API_KEY=pk_... python3 export_history.py CONVERSATION history.ndjson

Needs nothing but Python 3.9. The key needs the scope MESSAGES_READ.
"""
import http.client
import json
import os
import sys
import time
import urllib.error
import urllib.parse
import urllib.request


def last_cursor(path: str) -> "str | None":
    """The cursor of the last whole line; what was cut off behind it is taken away."""
    try:
        with open(path, "rb+") as file:
            end, cursor = 0, None
            for line in file:
                if not line.endswith(b"\n"):
                    break
                end, cursor = end + len(line), json.loads(line)["cursor"]
            file.truncate(end)
            return cursor
    except FileNotFoundError:
        return None


def export(base: str, key: str, conversation: str, path: str) -> int:
    """Appends what is not there yet. Returns how many messages came."""
    count = 0
    while True:
        cursor = last_cursor(path)
        query = "?" + urllib.parse.urlencode({"after": cursor}) if cursor else ""
        address = f"{base}/export/conversations/{urllib.parse.quote(conversation, safe='')}/messages{query}"
        request = urllib.request.Request(address, headers={"authorization": f"Bearer {key}"})
        # Opened apart from the request: a file that cannot be written is no lost connection.
        with open(path, "ab") as file:
            try:
                with urllib.request.urlopen(request, timeout=60) as answer:
                    for line in answer:
                        record = json.loads(line)
                        if record["type"] == "end":
                            return count
                        if record["type"] == "error":
                            if not record["retriable"]:
                                raise SystemExit(f"Ended early: {record['message']}")
                            raise ConnectionError(record["message"])
                        file.write(line)
                        count += 1
                raise ConnectionError("the answer was cut off")
            except urllib.error.HTTPError as error:
                if error.code not in (429, 502, 503, 504):
                    raise SystemExit(f"Refused ({error.code}): {error.read().decode()}")
                problem, wait = f"answered with {error.code}", int(error.headers.get("retry-after", 1))
            except (OSError, http.client.HTTPException, json.JSONDecodeError) as error:
                problem, wait = str(error), 1  # The connection was cut: go on after the last whole line.
        print(f"{base}: {problem}. Trying again in {wait} s …", file=sys.stderr)
        time.sleep(wait)


if __name__ == "__main__":
    if len(sys.argv) != 3 or not os.environ.get("PARLEY_API_KEY"):
        raise SystemExit(__doc__)
    url = os.environ.get("PARLEY_URL", "http://localhost:4000")
    try:
        print(f"{export(url, os.environ['PARLEY_API_KEY'], sys.argv[1], sys.argv[2])} messages exported.")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise SystemExit(f"{sys.argv[2]} cannot be used: {error!r}")
