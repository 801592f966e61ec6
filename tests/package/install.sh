# Installing: what is put where, that a program can be built with it, and that nothing stays behind.
. "$ROOT/tests/cli/tap"
make() { command make -s -C "$ROOT" PREFIX=/usr DESTDIR="$HOME/root" "$@"; }

ok 'make install succeeds' make install
cd root/usr || exit 2
for file in bin/muqabil bin/muqabil-ispell share/emacs/site-lisp/muqabil.el lib/libmuqabil.a lib/libmuqabil.so lib/libmuqabil.so.0 lib/pkgconfig/muqabil.pc include/muqabil/base.h share/man/man1/muqabil.1 \
    share/bash-completion/completions/muqabil share/zsh/site-functions/_muqabil share/fish/vendor_completions.d/muqabil.fish \
    share/muqabil/tmx/tmx14-muqabil.rng share/muqabil/tmx/tmx.css share/muqabil/tmx/sample.tmx; do
    ok "it leaves $file" test -s $file
done
ok 'the program runs' bin/muqabil --version
ok 'the library needs no library of the program alone' sh -c '! readelf -d lib/libmuqabil.so | grep -E "popt|libedit"'
ok 'the library shows no name that is not ours' sh -c '! nm -D --defined-only lib/libmuqabil.so | grep -v " mq_"'
ok 'bash can read its completions' bash -n share/bash-completion/completions/muqabil
cd "$HOME" || exit 2

# The C of README.md, as a stranger would build it.
sed -n '/^```c$/,/^```$/p' "$ROOT/README.md" | sed '/^```/d' >readme.c
export PKG_CONFIG_PATH="$HOME/root/usr/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$HOME/root"
flags="-std=c17 -Wall -Wextra -Wpedantic -Werror -I$HOME/root/usr/include"
# shellcheck disable=SC2086
ok 'the program of README.md is built with the shared library' cc $flags readme.c -o shared -L"$HOME/root/usr/lib" -lmuqabil
ok 'and runs' env LD_LIBRARY_PATH="$HOME/root/usr/lib" sh -c './shared >shared.out'
unset PKG_CONFIG_SYSROOT_DIR
# shellcheck disable=SC2046,SC2086
ok 'it is built with the static library' cc $flags readme.c -o static "$HOME/root/usr/lib/libmuqabil.a" \
    $(pkg-config --libs $(pkg-config --print-requires-private muqabil)) -lpthread -lm
ok 'and runs' sh -c './static >static.out'
ok 'both say what README.md says' sh -c 'cmp shared.out static.out && sed -n "/^\`\`\`output\$/,/^\`\`\`\$/p" "$ROOT/README.md" | sed "/^\`\`\`/d" | diff - shared.out'

ok 'make uninstall succeeds' make uninstall
ok 'and leaves no file behind' sh -c '! find root -type f -o -type l | grep .'
finish
