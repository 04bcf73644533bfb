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
        request = urllib.request.Request(
            f"{base}/export/conversations/{conversation}/messages{query}", headers={"authorization": f"Bearer {key}"}
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as answer, open(path, "ab") as file:
                for line in answer:
                    record = json.loads(line)
                    if record["type"] == "end":
                        return count
                    if record["type"] == "error":
                        if not record["retriable"]:
                            raise SystemExit(f"Ended early: {record['message']}")
                        raise OSError(record["message"])
                    file.write(line)
                    count += 1
        except urllib.error.HTTPError as error:
            if error.code not in (429, 503):
                raise SystemExit(f"Refused ({error.code}): {error.read().decode()}")
            time.sleep(int(error.headers.get("retry-after", 1)))
        except (OSError, http.client.HTTPException, ValueError):
            time.sleep(1)  # The connection was cut: go on after the last whole line.


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    came = export(
        os.environ.get("PARLEY_URL", "http://localhost:4000"), os.environ["PARLEY_API_KEY"], sys.argv[1], sys.argv[2]
    )
    print(f"{came} messages exported.")
