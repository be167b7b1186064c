#!/usr/bin/env bash
# Makes .venv for `make demo` (run), or for `make test` and `make check` (dev, which adds headless Chromium).
# Nothing is installed outside .venv, but for two Debian packages that need root: with root they are
# installed here, without it the command is named.
set -euo pipefail
cd "$(dirname "$0")/.."
kind=${1:-run}
venv=${VENV:-.venv}

debian() { # debian WHY PACKAGE...: install Debian packages, or say how
  why=$1; shift
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "setup: installing $* ($why)"
    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    echo "setup: $why. Please run:  sudo apt-get install $*" >&2
    exit 7
  fi
}

python=$(command -v "${PYTHON:-python3.11}" || command -v python3 || true)
[ -n "$python" ] || { echo "setup: Python 3.11 is needed. Please run:  sudo apt-get install python3 python3-venv" >&2; exit 7; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "setup: $python is older than 3.11" >&2; exit 7; }
"$python" -c 'import ensurepip, venv' 2>/dev/null || debian "Python's venv module is missing" python3-venv

[ -x "$venv/bin/python" ] || "$python" -m venv "$venv"
stamp="$venv/.testigo-$kind"
want=$(cat "requirements/$kind.lock" requirements/build.lock pyproject.toml | sha256sum)
if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$want" ] || [ ! -x "$venv/bin/testigo" ]; then
  echo "setup: installing the locked packages into $venv ($kind)"
  pip() { "$venv/bin/python" -m pip --disable-pip-version-check --no-input "$@"; }
  pip install -q --require-hashes -r requirements/build.lock
  pip install -q --require-hashes -r "requirements/$kind.lock"
  pip install -q --no-deps --no-build-isolation -e .
  echo "$want" > "$stamp"
fi

# Byte code beforehand: where Python is told not to write it (PYTHONDONTWRITEBYTECODE), every start would compile all anew.
"$venv/bin/python" -m compileall -q src/testigo
"$venv/bin/python" tools/kept.py

if [ "$kind" = dev ]; then
  PATH="$PATH:/usr/sbin:/sbin" ldconfig -p 2>/dev/null | grep -q 'libatomic\.so\.1' || debian "the browser tests' driver needs libatomic" libatomic1
  command -v chromium >/dev/null || debian "the desk is tested in headless Chromium" chromium
  fc-list :lang=ko 2>/dev/null | grep -q . || debian "the desk is tested with Korean text" fontconfig fonts-noto-cjk
fi
