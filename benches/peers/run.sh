#!/usr/bin/env bash
# Draws of kurultai against Python peers in one run: vectorised numpy (the best batch size) and a loop over
# the package apportionment. Sets up a virtual environment under target/, takes turns, prints medians.
set -euo pipefail
cd "$(dirname "$0")/../.."

environment=target/peers
[ -x "$environment/bin/python" ] || python3 -m venv "$environment"
"$environment/bin/pip" install --quiet --disable-pip-version-check -r benches/peers/requirements.txt
cargo build --quiet --release --bench kernel
kernel=$(cargo build --release --bench kernel --message-format=json 2>/dev/null |
    python3 -c 'import json,sys
for line in sys.stdin:
    message = json.loads(line)
    if message.get("target", {}).get("name") == "kernel" and message.get("executable"):
        print(message["executable"])')

for turn in 1 2 3; do
    "$kernel" --one-core
    printf 'numpy %s\n' "$("$environment/bin/python" benches/peers/numpy_jump.py)"
    printf 'apportionment %s\n' "$("$environment/bin/python" benches/peers/apportionment_loop.py)"
done | "$environment/bin/python" benches/peers/ratios.py
