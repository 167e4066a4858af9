#!/bin/bash
# First start: installs missing packages, builds, and opens the sample deployment in the window or, without a display,
# backs up one of its pools in the terminal. With arguments: builds, then runs `cspool` with them.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=app/packages.sh
source "$root/app/packages.sh"

say "1 of 3: packages"
require_packages "${build_packages[@]}"

say "2 of 3: build (the first time takes some minutes)"
build_preset "$root" release cspool cspool-console || die "The build failed; the reason is above."
cspool=$root/build/release/bin/cspool
console=$root/build/release/bin/cspool-console

if (($# > 0)); then
    say "3 of 3: cspool $*"
    exec "$cspool" "$@"
fi

if [[ -n ${DISPLAY:-}${WAYLAND_DISPLAY:-} && -x $console ]]; then
    say "3 of 3: the console opens"
    exec "$console"
fi

pool=atl-cs-001.litwareinc.com
say "3 of 3: cspool Backup-CsPool -PoolFqdn $pool"
status=0
"$cspool" Backup-CsPool -PoolFqdn "$pool" || status=$?
if ((status != 0)); then
    die "The backup ended with exit code $status; what is said above tells why and what to do." \
        "The exit codes: 1 failed, 2 wrong usage, 3 cancelled, 4 done with warnings, 5 skipped."
fi

quoted=$(printf '%q' "$cspool")
say "Done: the pool is backed up to its backup pool. The report named above opens in any browser."
cat <<END
What to try next:
    $quoted Get-CsPool
    $quoted Get-CsBackupServiceStatus -PoolFqdn $pool
    $quoted Backup-CsPool -PoolFqdn $pool -WhatIf
    $quoted Get-CsUserData -PoolFqdn $pool
    $quoted Get-Help Backup-CsPool
END
