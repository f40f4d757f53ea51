#!/bin/sh
# Makes a virtual environment, also on a Debian that has python3 but not its venv module.
# Usage: make_venv.sh PYTHON FOLDER
set -eu
python=$1
folder=$2
[ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1 && exit 0

command -v "$python" >/dev/null 2>&1 || {
    echo "make: no $python; install Python 3.11, 3.12 or 3.13 (Debian: apt install python3 python3-venv)" >&2
    exit 2
}
"$python" - <<'PY' || exit 2
import sys
if not (3, 11) <= sys.version_info[:2] <= (3, 13):
    sys.exit(f"make: Python {sys.version.split()[0]} found; 3.11, 3.12 or 3.13 is needed (make PYTHON=python3.13 ...)")
PY
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    sudo=""
    [ "$(id -u)" = 0 ] || sudo="sudo -n"
    if ! { command -v apt-get >/dev/null && $sudo apt-get -qq update && $sudo apt-get -qq install -y "python$version-venv"; } >/dev/null 2>&1; then
        echo "make: $python has no venv module; install it: sudo apt install python$version-venv" >&2
        exit 2
    fi
fi
rm -rf "$folder"
"$python" -m venv "$folder"
