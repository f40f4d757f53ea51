#!/bin/sh
# What the browser and PDF tests need beyond Python: installed where a person agrees (see apt.sh),
# else named. The tests that miss them then say what was not run.
set -u
packages=""
command -v chromium >/dev/null 2>&1 || command -v chromium-browser >/dev/null 2>&1 || packages="$packages chromium"
command -v chromedriver >/dev/null 2>&1 || packages="$packages chromium-driver"
command -v pdftoppm >/dev/null 2>&1 || packages="$packages poppler-utils"
ls /usr/share/fonts/opentype/noto/NotoSansCJK* >/dev/null 2>&1 || packages="$packages fonts-noto-cjk"
ls /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf >/dev/null 2>&1 || packages="$packages fonts-dejavu-core"
[ -z "$packages" ] && exit 0

# shellcheck disable=SC2086
sh "$(dirname "$0")/apt.sh" "the browser and PDF tests" $packages && exit 0
echo "not installed:$packages; the tests that need them are named as not run (APT=1 installs them)" >&2
# Whoever said APT=1 counts on them.
[ "${APT:-}" != 1 ]
