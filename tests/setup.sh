#!/usr/bin/env bash
# Make sure that the tests find what pip cannot install: a Chromium with a Chinese font, and rapper.
set -euo pipefail

browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome chrome; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}

packages=()
browser || packages+=(chromium)
command -v rapper >/dev/null 2>&1 || packages+=(raptor2-utils)
if command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]; then :; else
  packages+=(fonts-noto-cjk)
fi
[ ${#packages[@]} -eq 0 ] && exit 0

if command -v apt-get >/dev/null 2>&1; then
  sudo=""
  if [ "$(id -u)" -ne 0 ]; then sudo="sudo"; fi
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get update -q
  $sudo apt-get install -y -q --no-install-recommends "${packages[@]}"
elif command -v brew >/dev/null 2>&1; then
  command -v rapper >/dev/null 2>&1 || brew install raptor
  browser || brew install --cask chromium
else
  echo "The tests need ${packages[*]}: install them with your system's package manager," >&2
  echo "or set CHROMIUM to the path of a Chromium or Chrome, and run make test again." >&2
  exit 1
fi
