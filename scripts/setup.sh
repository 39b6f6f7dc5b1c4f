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

# need_packages FOLDER: the npm packages that a folder's lock file names.
need_packages() {
  have npm || debian_packages nodejs npm
  local stamp=$1/node_modules/.nianbao-lock
  if ! cmp -s "$1/package-lock.json" "$stamp"; then
    say "Installing the npm packages of $1 …"
    npm ci --prefix "$1" --no-audit --no-fund --loglevel=error >&2
    cp "$1/package-lock.json" "$stamp"
  fi
}

# What the browser tests need: npm packages, a Chromium, Chinese fonts.
need_browser_tools() {
  need_packages .
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

# The other browsers that the page is tested in, and a web server that others use (some 200 MB).
need_other_browsers() {
  need_packages tests/browser/engines
  local missing=()
  have firefox-esr || missing+=(firefox-esr)
  have WebKitWebDriver || missing+=(webkit2gtk-driver)
  have xvfb-run || missing+=(xvfb xauth)
  have nginx || [ -x /usr/sbin/nginx ] || missing+=(nginx-light)
  [ ${#missing[@]} = 0 ] || debian_packages "${missing[@]}"
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

# The source of Rust's own library, which the release build compiles for older browsers, and the
# crates that it is made of: trunk has cargo build without a network.
need_rust_source() {
  local library
  library="$(rustc --print sysroot)/lib/rustlib/src/rust/library"
  [ -d "$library" ] || rustup --quiet component add rust-src >&2
  # Its manifest uses what stable cargo reads only when it is told that it may.
  RUSTC_BOOTSTRAP=1 cargo fetch --quiet --locked --manifest-path "$library/Cargo.toml"
}

# The release build: dist/ for a web server, and packed as a tar; the single file; the npm package.
build_release() {
  need_rust_source
  say "Building the page …"
  # Wasm as it was in the first browsers that had any, Rust's own library included: what Rust makes
  # by default needs Chromium 96, and is neither smaller nor faster. Compiling the library is still
  # unstable in cargo, which is therefore told that it may.
  RUSTC_BOOTSTRAP=1 CARGO_UNSTABLE_BUILD_STD=std,panic_abort \
    CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="-C target-cpu=mvp $(paths_left_out)" \
    trunk --quiet build --release --locked
  cargo xtask single-file
  cargo xtask keep-offline
  cargo xtask sbom --write
  cargo xtask package
  pack_hosted
}

# dist/ as one file to carry to a server; the same files give the same bytes.
pack_hosted() {
  local name
  name="nianbao-$(sed -n '/^\[workspace.package\]/,/^\[/s/^version = "\(.*\)"$/\1/p' Cargo.toml)"
  tar --create --directory=dist --transform="s,^\.,$name," --sort=name --mtime=@0 --mode=u=rwX,go=rX \
    --owner=0 --group=0 --numeric-owner . | gzip -9n > "$name.tar.gz"
}
