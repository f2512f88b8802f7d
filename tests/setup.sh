#!/usr/bin/env bash
# Make sure that the tests find what pip cannot install: a Chromium with a Chinese font, rapper,
# Virtuoso, and Comunica, which goes into the virtual environment (VENV, or else .venv).
set -euo pipefail

browser() {
  for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome chrome; do
    [ -n "$name" ] && command -v "$name" >/dev/null 2>&1 && return 0
  done
  return 1
}

comunica="${VENV:-.venv}/comunica"

packages=()
browser || packages+=(chromium)
command -v rapper >/dev/null 2>&1 || packages+=(raptor2-utils)
command -v virtuoso-t >/dev/null 2>&1 || packages+=(virtuoso-opensource-7-bin)
command -v npm >/dev/null 2>&1 || packages+=(nodejs npm)
if command -v fc-list >/dev/null 2>&1 && [ -n "$(fc-list :lang=zh family 2>/dev/null)" ]; then :; else
  packages+=(fonts-noto-cjk)
fi

if [ ${#packages[@]} -eq 0 ]; then :
elif command -v apt-get >/dev/null 2>&1; then
  sudo=""
  if [ "$(id -u)" -ne 0 ]; then sudo="sudo"; fi
  export DEBIAN_FRONTEND=noninteractive
  $sudo apt-get update -q
  $sudo apt-get install -y -q --no-install-recommends "${packages[@]}"
elif command -v brew >/dev/null 2>&1; then
  command -v rapper >/dev/null 2>&1 || brew install raptor
  command -v virtuoso-t >/dev/null 2>&1 || brew install virtuoso
  command -v npm >/dev/null 2>&1 || brew install node
  browser || brew install --cask chromium
else
  echo "The tests need ${packages[*]}: install them with your system's package manager," >&2
  echo "or set CHROMIUM to the path of a Chromium or Chrome, and run make test again." >&2
  exit 1
fi

# version 3: later ones lose language tags in their JSON, or need a newer Node than Debian has
if ! command -v comunica-sparql >/dev/null 2>&1 && [ ! -x "$comunica/node_modules/.bin/comunica-sparql" ]; then
  mkdir -p "$comunica"
  npm install --prefix "$comunica" --no-fund --no-audit --loglevel=error "@comunica/query-sparql@3"
fi
