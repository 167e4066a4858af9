#!/bin/bash
# Installs missing packages, builds one preset (dev, unless another is named) and runs every test of it.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
# shellcheck source=app/packages.sh
source "$root/app/packages.sh"
preset=${1:-dev}

# Beyond the product's own: zsh tries the completion written for it, groff the manual page; dbus-daemon is the bus of a
# desktop that a test plays; a Kerberos server signs people in, and NTLM does where there is none; sshd leads to a
# PowerShell that a test plays. lld links them all in a fraction of the time.
test_packages=(zsh groff dbus-daemon krb5-kdc krb5-admin-server krb5-user gss-ntlmssp
    openssh-client openssh-server lld)

say "1 of 3: packages"
require_packages "${build_packages[@]}" "${test_packages[@]}"

say "2 of 3: build, preset $preset"
build_preset "$root" "$preset" all || die "The build failed; the reason is above."

# ThreadSanitizer's fixed memory layout can collide with a kernel that randomizes addresses widely.
plain_layout=()
if [[ $preset == tsan ]] && setarch "$(uname -m)" --addr-no-randomize true 2>/dev/null; then
    plain_layout=(setarch "$(uname -m)" --addr-no-randomize)
fi

# Stores are flushed to the disk with every commit. In memory, where there is room for it, the same tests take seconds
# instead of minutes.
if [[ -z ${TMPDIR:-} && -d /dev/shm && -w /dev/shm ]] &&
    (($(df --output=avail --block-size=1M /dev/shm | tail -n 1) >= 2048)); then
    export TMPDIR=/dev/shm
fi

say "3 of 3: tests, preset $preset"
cd "$root"
"${plain_layout[@]}" ctest --preset "$preset" ||
    die "A test failed: its output is above. Run it alone with" \
        "    ctest --preset $preset -R NAME"

say "Every test passed. Next: app/run.sh runs the product; .ci/run repeats the tests under the sanitizers."
