#!/bin/sh
# SPDX-License-Identifier: MIT
# build_deb.sh FOLDER VERSION OUT: wrap PyInstaller's folder into a .deb, the same to the byte each time.
set -eu
folder=$1 version=$2 out=$3
root=$(cd "$(dirname "$0")/../.." && pwd)
id=io.github.diptych.Diptych
: "${SOURCE_DATE_EPOCH:=$(git -C "$root" log -1 --format=%ct)}"
export SOURCE_DATE_EPOCH
umask 022
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
chmod 755 "$stage"
share=$stage/usr/share

install -d "$stage/DEBIAN" "$stage/usr/bin" "$stage/usr/lib" "$share/doc/diptych"
cp -a "$folder" "$stage/usr/lib/diptych"
ln -s ../lib/diptych/diptych "$stage/usr/bin/diptych"
install -Dm644 "$root/packaging/linux/$id.desktop" "$share/applications/$id.desktop"
install -Dm644 "$root/packaging/linux/$id.metainfo.xml" "$share/metainfo/$id.metainfo.xml"
install -Dm644 "$root/resources/icons/diptych.svg" "$share/icons/hicolor/scalable/apps/$id.svg"
install -Dm644 "$root/resources/icons/diptych-symbolic.svg" "$share/icons/hicolor/symbolic/apps/$id-symbolic.svg"
{
    printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n\n'
    printf 'Files: *\nCopyright: 2026 Diptych contributors\nLicense: Expat\n'
    sed -e '1,4d' -e 's/^$/./' -e 's/^/ /' "$root/LICENSE"
    printf '\nComment:\n'
    sed -e 's/^$/./' -e 's/^/ /' "$root/NOTICE"
} > "$share/doc/diptych/copyright"
printf 'diptych (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- Diptych contributors <diptych@users.noreply.github.com>  %s\n' \
    "$version" "$(date -Ru -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$share/doc/diptych/changelog.gz"

find "$stage" -type d -exec chmod 755 {} +
find "$stage/usr/lib" -type f -exec chmod go-w {} +
# The folder holds libraries of the machine it was made on, so it needs at least its C library.
libc=$(dpkg-query -W -f '${Version}' libc6 | cut -d- -f1)
arch=$(dpkg --print-architecture)
cat > "$stage/DEBIAN/control" <<CONTROL
Package: diptych
Version: $version
Architecture: $arch
Maintainer: Diptych contributors <diptych@users.noreply.github.com>
Installed-Size: $(du -k -s --apparent-size "$stage" | cut -f1)
Depends: libc6 (>= $libc), libegl1, libgl1, libxcb1, libdbus-1-3, libwayland-cursor0, libwayland-egl1, fontconfig
Recommends: fonts-noto-cjk | fonts-wqy-microhei, xdg-desktop-portal, at-spi2-core
Section: text
Priority: optional
Homepage: https://github.com/diptych/diptych
Description: read two articles side by side
 Diptych shows which passages of two articles correspond: the same words,
 the same claim in other words, the same facts, and what only one tells.
 Notes on pairs of passages are kept as Markdown. Nothing leaves the computer.
CONTROL
(cd "$stage" && find usr -type f -print0 | sort -z | xargs -0 md5sum > DEBIAN/md5sums)
find "$stage" -print0 | xargs -0 touch -hd "@$SOURCE_DATE_EPOCH"
dpkg-deb --root-owner-group -Zxz -b "$stage" "$out/diptych_${version}_$arch.deb"
