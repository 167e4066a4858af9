# shellcheck shell=bash
# Sourced by app/run.sh and tests/run.sh: what both print, and the Debian packages that the product needs.

# What the product is built from; README.md says what each is for.
# shellcheck disable=SC2034 # used by the scripts that source this file
build_packages=(
    g++ cmake ninja-build qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-l10n-tools qt6-translations-l10n
    libsqlite3-dev libexpat1-dev libspdlog-dev libquazip1-qt6-dev libutf8proc-dev
    zlib1g-dev libssl-dev libkrb5-dev qtkeychain-qt6-dev
)

say() { printf '\n==> %s\n' "$*"; }

# The reason, and what to do, on standard error; then the script ends.
die() {
    printf '\n' >&2
    printf '%s\n' "$@" >&2
    exit 1
}

is_installed() {
    [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

# Installs those of the named packages that are missing; as root, or with sudo.
require_packages() {
    local package missing=() as_root=()
    if ! { command -v dpkg-query && command -v apt-get; } >/dev/null; then
        die "This script installs what it needs on Debian 12 or later; this system has no apt-get." \
            "Install a C++20 compiler, CMake 3.25, Ninja, Qt 6.4, SQLite 3.40, expat, spdlog, QuaZip (Qt 6), zlib, utf8proc, OpenSSL 3, MIT Kerberos and QtKeychain (Qt 6), then run" \
            "    cmake --preset release && cmake --build --preset release"
    fi
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    if ((${#missing[@]} == 0)); then
        echo "All packages are there."
        return
    fi
    if ((EUID != 0)); then
        # Without a terminal sudo could not ask for the password: it must work without one.
        if ! command -v sudo >/dev/null || { [[ ! -t 0 ]] && ! sudo -n true 2>/dev/null; }; then
            die "These packages are missing, and only root can install them:" "    ${missing[*]}" \
                "Run this script as root or as a user who may use sudo, or have them installed with" \
                "    apt-get install ${missing[*]}"
        fi
        as_root=(sudo)
    fi
    as_root+=(env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 -qq)
    echo "Installing: ${missing[*]}"
    # A list that could not be refreshed may still name the packages, so only the installation decides.
    "${as_root[@]}" update || echo "The package lists could not be refreshed; going on with those at hand." >&2
    "${as_root[@]}" install --yes --no-install-recommends "${missing[@]}" </dev/null ||
        die "The packages could not be installed; apt-get says why above." \
            "On Debian 12 or later every one of them is in the section \"main\"."
}

# build_preset ROOT PRESET TARGET…: configures and builds. A build folder that came with a copied or moved checkout is
# configured anew, because CMake refuses one that was made for another place.
build_preset() {
    local root=$1 preset=$2 cache="$1/build/$2/CMakeCache.txt" fresh=()
    shift 2
    if [[ -f $cache ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$cache"; then
        fresh=(--fresh)
    fi
    (
        cd "$root" || exit
        cmake --preset "$preset" --log-level=NOTICE "${fresh[@]}" && cmake --build --preset "$preset" --target "$@"
    )
}
