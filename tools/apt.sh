#!/bin/sh
# Installs Debian packages where a person agrees: asks at a terminal, and does it without asking
# only where APT=1 says so. Ends with 0 when they are installed, else with 1.
# Usage: apt.sh REASON PACKAGE...
set -u
reason=$1
shift
command -v apt-get >/dev/null 2>&1 || exit 1
if [ "${APT:-}" != 1 ]; then
    [ -t 0 ] && [ -t 2 ] || exit 1
    printf 'Install by apt for %s: %s? [y/N] ' "$reason" "$*" >&2
    read -r answer || exit 1
    case $answer in [yY]*) ;; *) exit 1 ;; esac
fi
sudo=""
if [ "$(id -u)" != 0 ]; then
    sudo="sudo"
    # Without a terminal nobody can type a password.
    [ -t 0 ] || sudo="sudo -n"
    $sudo true || exit 1
fi
echo "installing by apt for $reason: $*"
$sudo apt-get -q update || exit 1
$sudo env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "$@" || exit 1
