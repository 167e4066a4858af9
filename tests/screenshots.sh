#!/bin/bash
# Makes the pictures of the README anew: the real window on a fresh sample deployment, light and dark.
#     tests/screenshots.sh [FOLDER [SCALE]]     (default: resources/screenshots, 1)
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=app/packages.sh
source "$root/app/packages.sh"
folder=${1:-$root/resources/screenshots}

require_packages "${build_packages[@]}" fonts-dejavu-core
build_preset "$root" release cspool_screenshots || die "The build failed; the reason is above."
for theme in light dark; do
    QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=${2:-1} LC_ALL=C.UTF-8 \
        "$root/build/release/bin/cspool_screenshots" "$folder" "$theme"
done
