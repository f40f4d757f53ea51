#!/bin/sh
# Makes a virtual environment, also on a Debian that has python3 but not its venv package.
# Usage: make_venv.sh PYTHON FOLDER
set -eu
python=$1
folder=$2
tools=$(dirname "$0")
[ -x "$folder/bin/python" ] && "$folder/bin/python" -m pip --version >/dev/null 2>&1 && exit 0

command -v "$python" >/dev/null 2>&1 || {
    echo "make: no $python; install Python 3.11 to 3.14 (Debian: apt install python3 python3-venv)" >&2
    exit 2
}
"$python" - <<'PY' || exit 2
import sys
if not (3, 11) <= sys.version_info[:2] <= (3, 14):
    sys.exit(f"make: Python {sys.version.split()[0]} found; 3.11 to 3.14 is needed (make PYTHON=python3.13 ...)")
PY
echo "making $folder with $("$python" --version)"
# A word every few seconds, on a slow machine too.
(while sleep 5 >/dev/null 2>&1; do echo "  ... making $folder"; done) &
ticking=$!
trap 'kill $ticking 2>/dev/null' EXIT
can() { "$python" -c "$1" 2>/dev/null; }
rm -rf "$folder"
if can 'import venv, ensurepip; ensurepip.version()'; then
    "$python" -m venv "$folder"
    exit
fi
# Debian keeps pip's wheel in a package of its own, which is fetched and unpacked, not installed.
if can 'import venv' && "$python" -m venv --without-pip "$folder"; then
    "$python" "$tools/get_pip.py" "$folder/bin/python" && exit 0
    rm -rf "$folder"
fi
package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
if sh "$tools/apt.sh" "virtual environments of $python" "$package"; then
    "$python" -m venv "$folder"
    exit
fi
echo "make: $python makes no virtual environment with pip; install its package: sudo apt install $package" >&2
exit 2
