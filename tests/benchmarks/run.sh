#!/bin/bash
# Installs missing packages, builds the benchmarks as released, and prints how long the window's event loop is away
# while much happens, and how soon the window is usable. Arguments are the benchmarks' (--help).
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
# shellcheck source=app/packages.sh
source "$root/app/packages.sh"

say "1 of 3: packages"
require_packages "${build_packages[@]}"

say "2 of 3: build, preset release"
build_preset "$root" release cspool_benchmarks || die "The build failed; the reason is above."

say "3 of 3: benchmarks"
# Without a screen, and without anything of the user's.
export QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} LC_ALL=C.UTF-8
exec "$root/build/release/bin/cspool_benchmarks" "$@"
