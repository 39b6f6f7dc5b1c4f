# Sets up what building and testing need, once, and quietly when it is there. The other scripts
# source it; it is no command of its own. Versions are pinned here, in rust-toolchain.toml,
# Cargo.lock and package-lock.json.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

TRUNK_VERSION=0.21.14
DENY_VERSION=0.20.2
CARGO_FUZZ_VERSION=0.13.2
# The page's lock file decides: trunk and the wasm must agree to the letter.
WASM_BINDGEN_VERSION=$(grep -A1 '^name = "wasm-bindgen"$' Cargo.lock | sed -n 's/^version = "\(.*\)"$/\1/p')

TOOLS="${XDG_CACHE_HOME:-$HOME/.cache}/nianbao/tools"
export PATH="$TOOLS/bin:$PATH"
# What trunk lacks it must not fetch from anywhere but here.
export TRUNK_OFFLINE=true TRUNK_SKIP_VERSION_CHECK=true

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Installs Debian packages; fails with a sentence where that can't be done.
debian_packages() {
  have apt-get || die "These are missing and there is no apt-get to install them: $*"
  local root=()
  if [ "$(id -u)" != 0 ]; then
    have sudo || die "Please install these as root: apt-get install $*"
    root=(sudo)
  fi
  say "Installing $* …"
  "${root[@]}" apt-get -qq update >&2
  "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends -y "$@" >/dev/null
}

# The Rust toolchain of rust-toolchain.toml with its wasm target.
need_rust() {
  have cargo || die "Rust is missing: install rustup from https://rustup.rs first."
  have cc || debian_packages gcc libc6-dev
  local library
  # rustup installs the toolchain and its target at the first call.
  library="$(rustc --print sysroot)/lib/rustlib/wasm32-unknown-unknown/lib"
  [ -d "$library" ] || rustup --quiet target add wasm32-unknown-unknown >&2
}

# need_tool PROGRAM VERSION CRATE CARGO-OPTION...: a program written in Rust, of this very version.
need_tool() {
  local program=$1 version=$2 crate=$3
  shift 3
  if have "$program" && [ "$("$program" --version 2>/dev/null | cut -d' ' -f2)" = "$version" ]; then
    return
  fi
  say "Building $crate $version, once (a few minutes) …"
  # Unoptimised: these programs wait for others most of the time, and build three times faster.
  (
    unset CARGO_TARGET_DIR
    export CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16
    cargo install --quiet --root "$TOOLS" --no-default-features --version "$version" "$@" "$crate" >&2
  )
}

# What the page is built with.
need_page_tools() {
  need_rust
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 need_tool trunk "$TRUNK_VERSION" trunk --locked
  # Without --locked: its lock file may name a version that a mirror of the registry lacks.
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 need_tool wasm-bindgen "$WASM_BINDGEN_VERSION" wasm-bindgen-cli
}

# What the browser tests need: npm packages, a Chromium, Chinese fonts.
need_browser_tools() {
  have npm || debian_packages nodejs npm
  local stamp=node_modules/.nianbao-lock
  if ! cmp -s package-lock.json "$stamp"; then
    say "Installing the npm packages of the browser tests …"
    npm ci --no-audit --no-fund --loglevel=error >&2
    cp package-lock.json "$stamp"
  fi
  if [ -z "${CHROMIUM:-}" ]; then
    CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
    if [ -z "$CHROMIUM" ]; then
      debian_packages chromium
      CHROMIUM=$(command -v chromium)
    fi
  fi
  export CHROMIUM
  # One test saves the page with real keys in a real window, on a screen without a monitor.
  if ! have Xvfb || ! have xdotool; then
    debian_packages xvfb xdotool
  fi
  # The tests look at Chinese text; without a font its boxes have other sizes.
  if ! have fc-list || [ -z "$(fc-list :lang=zh-cn family)" ]; then
    debian_packages fontconfig fonts-noto-cjk
  fi
}

# What makes real office files in the tests of the readers.
need_office() {
  have soffice || debian_packages libreoffice-writer-nogui libreoffice-calc-nogui
}

# What checks licences, sources and advisories.
need_supply_tools() {
  need_rust
  CARGO_PROFILE_RELEASE_OPT_LEVEL=0 need_tool cargo-deny "$DENY_VERSION" cargo-deny --locked
}

# rustc's options that keep paths of this machine out of what is published: they are nobody's business,
# and would make its bytes differ.
paths_left_out() {
  local registry="${CARGO_HOME:-$HOME/.cargo}/registry/src" library
  library="$(rustc --print sysroot)/lib/rustlib/src/rust"
  printf '%s' "--remap-path-prefix=$registry=/registry --remap-path-prefix=$library=/rust"
}

# The release build: dist/ for a web server, the single file, and the npm package.
build_release() {
  say "Building the page …"
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS=$(paths_left_out)
  export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS
  trunk --quiet build --release --locked
  cargo xtask single-file
  cargo xtask sbom --write
  cargo xtask package
}
