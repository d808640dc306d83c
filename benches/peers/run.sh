#!/usr/bin/env bash
# kurultai against Python peers in one run: numpy, and the packages apportionment and votelib. Installs them in a
# virtual environment under target/, checks that all sides give the same seats, takes turns on one core, and prints
# tables in Markdown. Some minutes; `--quick` takes one turn, to see whether it works.
set -euo pipefail
cd "$(dirname "$0")/../.."

fail() {
    echo "benches/peers/run.sh: $1" >&2
    exit 1
}
case "$*" in
"" | --quick) ;;
*) fail "unknown option: $*; only --quick is one" ;;
esac
command -v cargo >/dev/null || fail "needs cargo"
command -v python3 >/dev/null || fail "needs python3, 3.11 or later, with the modules venv and pip"
python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    fail "needs Python 3.11 or later, for numpy; python3 is $(python3 --version)"

environment=target/peers
python=$environment/bin/python
"$python" -m pip --version >/dev/null 2>&1 || python3 -m venv --clear "$environment" ||
    fail "cannot make a virtual environment in $environment: install the Python modules venv and ensurepip (Debian: python3-venv)"
"$python" -m pip install --quiet --disable-pip-version-check --requirement benches/peers/requirements.txt ||
    fail "pip cannot install the packages of benches/peers/requirements.txt from PyPI: see its message above"

cargo build --quiet --release --locked --bench peers
kurultai=$(cargo build --quiet --release --locked --bench peers --message-format=json |
    "$python" -c 'import json, sys
messages = map(json.loads, sys.stdin)
print(*(m["executable"] for m in messages if m.get("executable") and m["target"]["name"] == "peers"))')
exec "$python" -B benches/peers/compare.py "$kurultai" "$@"
