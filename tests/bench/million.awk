# million.awk - a glossary of N pairs out of a smaller one: each pair as it is, then with one adjective and the next behind both sides, so that keys stay
# distinct and are made as real ones are. Reads "ar TAB en TAB fr TAB …" lines with a header; of several alternatives only the first is taken.
#     zcat LIST | awk -v N=1000000 -f million.awk
BEGIN {
    FS = OFS = "\t"
    n = split("وطني/national جهوي/régional دولي/international محلي/local رقمي/numérique صناعي/industriel مؤقت/provisoire إضافي/supplémentaire رئيسي/principal ثانوي/secondaire تجريبي/expérimental سنوي/annuel", adjective, " ")
    print "ar", "fr"
}
FNR > 1 && $1 != "" && $3 != "" {
    sub(/ *(،|؛|;).*/, "", $1)
    sub(/ *;.*/, "", $3)
    if ($1 == "" || $3 == "" || seen[$1 FS $3]++) next
    ar[++m] = $1; fr[m] = $3
    if (made < N) { print $1, $3; made++ }
}
END {
    for (k = 1; k <= n && made < N; k++)
        for (i = 1; i <= m && made < N; i++) {
            split(adjective[k], a, "/")
            print ar[i] " " a[1], fr[i] " " a[2]
            made++
        }
}
