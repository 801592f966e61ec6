# refused.sh - a full disk, and a disk that cannot be written: small file systems of our own, where this machine lets us mount them (unshare, or root).
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"

if [ -z "${REFUSED-}" ]; then
    if unshare -rm sh -c 'mkdir -p disk && mount -t tmpfs -o size=1m tmpfs disk' 2>/dev/null; then
        REFUSED=1 exec unshare -rm sh "$ROOT/tests/cli/refused.sh"
    fi
    skip 'a full disk and a read-only one' 'no file system can be mounted here'
    finish
    exit
fi

# says TEXT COMMAND…: exit code 2, and a message that holds TEXT.
says() {
    text=$1 && shift
    "$@" >out 2>err
    code=$?
    grep -F -e "$text" err >/dev/null && [ $code -eq 2 ] || { echo "exit code $code"; cat out err; return 1; }
}
export_of() { muqabil export --db "$1" -f jsonl -o "$2" --status all; }
unchanged() { export_of disk/g.db now.jsonl && cmp now.jsonl before.jsonl; }

mount -t tmpfs -o size=1m tmpfs disk
awk 'BEGIN { print "ar,fr"; for (i = 0; i < 20000; i++) printf "شبكة رقم %d,réseau numéro %d\n", i, i }' >many.csv
head -n 500 many.csv >few.csv
muqabil import --db disk/g.db few.csv >/dev/null
export_of disk/g.db before.jsonl

# ---- full
ok 'an import that does not fit says so' says 'the disk is full' muqabil import --db disk/g.db many.csv
ok 'and changes nothing' unchanged
ok 'so does mining' says 'the disk is full' sh -c 'for i in 1 2 3 4 5 6 7 8 9; do cp -r tests/data/press p$i; done; muqabil mine --db disk/g.db p?'
muqabil import --db big.db many.csv >/dev/null
ok 'a backup that does not fit says so' says 'cannot write' muqabil backup --db big.db disk/copy.db
ok 'and leaves nothing behind' sh -c '! ls disk | grep copy'
ok 'so does an export' says 'No space left on device' muqabil export --db big.db -f tmx -o disk/out.tmx
ok 'which leaves nothing behind either' sh -c '! ls disk | grep out'
ok 'the glossary is sound' muqabil check-db --db disk/g.db
dd if=/dev/zero of=disk/fill bs=1k 2>/dev/null
ok 'on a full disk terms are looked up' muqabil lookup --db disk/g.db 'réseau numéro 7'
ok 'a decision is refused' says 'the disk is full' muqabil accept --db disk/g.db 1
review() { printf r | muqabil review --db disk/g.db --status all -n 1; }
ok 'by review, too' says 'the disk is full' review
ok 'no glossary is made' says 'disk/new.db' muqabil add --db disk/new.db 'شبكة' réseau
ok 'nor half of one' sh -c '! ls disk | grep new'
rm disk/fill
ok 'with room again it goes on' muqabil accept --db disk/g.db 1

# ---- read-only
mount -o remount,ro disk
ok 'on a read-only disk terms are looked up' muqabil lookup --db disk/g.db 'réseau numéro 7'
ok 'and exported' export_of disk/g.db now.jsonl
ok 'and copied from' muqabil backup --db disk/g.db copy.db
ok 'the copy can be written' muqabil reject --db copy.db 1
ok 'a decision is refused' says "cannot write 'disk/g.db': it is read-only" muqabil accept --db disk/g.db 1
ok 'and a review' says "cannot write 'disk/g.db': it is read-only" muqabil review --db disk/g.db
ok 'and mining' says "cannot write 'disk/g.db': it is read-only" muqabil mine --db disk/g.db tests/data/press
ok 'no glossary is made there' says 'disk/new.db' muqabil add --db disk/new.db 'شبكة' réseau
umount disk
finish
