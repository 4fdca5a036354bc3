#!/bin/sh
# SPDX-License-Identifier: MIT
# lay_out.sh FOLDER TREE: put PyInstaller's folder into TREE/usr with all that a desktop and a shell look for.
set -eu
folder=$1 tree=$2
root=$(cd "$(dirname "$0")/../.." && pwd)
id=io.github.diptych.Diptych
umask 022
rm -rf "$tree"
share=$tree/usr/share

install -d "$tree/usr/bin" "$tree/usr/lib"
cp -a "$folder" "$tree/usr/lib/diptych"
ln -s ../lib/diptych/diptych "$tree/usr/bin/diptych"
install -Dm644 "$root/packaging/linux/$id.desktop" "$share/applications/$id.desktop"
install -Dm644 "$root/packaging/linux/$id.metainfo.xml" "$share/metainfo/$id.metainfo.xml"
install -Dm644 "$root/resources/icons/diptych.svg" "$share/icons/hicolor/scalable/apps/$id.svg"
install -Dm644 "$root/resources/icons/diptych-symbolic.svg" "$share/icons/hicolor/symbolic/apps/$id-symbolic.svg"

# Written from the parser of the command line, by the Python that makes packages.
written=$(mktemp -d)
trap 'rm -rf "$written"' EXIT
"$PYTHON" "$root/packaging/manual.py" "$written"
install -d "$share/man/man1"
gzip -9n < "$written/diptych.1" > "$share/man/man1/diptych.1.gz"
install -Dm644 "$written/bash/diptych" "$share/bash-completion/completions/diptych"
install -Dm644 "$written/zsh/_diptych" "$share/zsh/site-functions/_diptych"
install -Dm644 "$written/fish/diptych.fish" "$share/fish/vendor_completions.d/diptych.fish"

find "$tree" -type d -exec chmod 755 {} +
find "$tree/usr" -type f -exec chmod go-w {} +
find "$tree" -print0 | xargs -0 touch -hd "@$SOURCE_DATE_EPOCH"
