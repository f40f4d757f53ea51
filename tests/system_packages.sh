#!/bin/sh
# Installs what the browser and PDF checks need where it may (root or sudo on Debian); else names
# the packages. The tests that miss them then say what was not run.
set -u
packages=""
command -v chromium >/dev/null 2>&1 || command -v google-chrome >/dev/null 2>&1 || packages="$packages chromium"
command -v chromedriver >/dev/null 2>&1 || packages="$packages chromium-driver"
command -v pdftoppm >/dev/null 2>&1 || packages="$packages poppler-utils"
ls /usr/share/fonts/opentype/noto/NotoSansCJK* >/dev/null 2>&1 || packages="$packages fonts-noto-cjk"
ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf >/dev/null 2>&1 || packages="$packages fonts-dejavu-core"
[ -z "$packages" ] && exit 0

sudo=""
[ "$(id -u)" = 0 ] || sudo="sudo -n"
if command -v apt-get >/dev/null 2>&1 && $sudo true 2>/dev/null; then
    echo "installing for the browser and PDF checks:$packages"
    export DEBIAN_FRONTEND=noninteractive
    $sudo apt-get -qq update >/dev/null 2>&1
    # shellcheck disable=SC2086
    $sudo apt-get -qq install -y --no-install-recommends $packages >/dev/null 2>&1 && exit 0
fi
echo "not installed (no right to): $packages; the checks that need them are skipped and named" >&2
exit 0
