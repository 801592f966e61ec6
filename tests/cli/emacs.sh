# emacs.sh - muqabil as the speller of Emacs: ispell.el asks word by word, flyspell a buffer, both through scripts/muqabil-ispell.
# shellcheck shell=sh
. "$ROOT/tests/cli/tap"
sentence='ispell.el takes muqabil for an ispell and understands its answers'
if ! command -v emacs >/dev/null 2>&1; then
    skip "$sentence" 'no emacs here (scripts/setup --all)'
    finish
    exit
fi
export PATH="$ROOT/scripts:$PATH"
cat >test.el <<'EOF'
(require 'muqabil)
(require 'flyspell)
(defun say (&rest words) (princ (concat (mapconcat (lambda (w) (format "%s" w)) words " ") "\n")))
(defun faults ()
  (sort (mapcar (lambda (o) (buffer-substring-no-properties (overlay-start o) (overlay-end o)))
                (seq-filter #'flyspell-overlay-p (overlays-in (point-min) (point-max))))
        #'string<))
(with-temp-buffer
  (ispell-check-version)
  (insert "هذه استراتيجية موتوقة وناجعة.\n")
  (ispell-set-spellchecker-params)
  (ispell-accept-buffer-local-defs)
  (ispell-send-string "%\n")
  (ispell-send-string "^استراتيجية\n")
  (while (progn (ispell-accept-output) (not (string= "" (car ispell-filter)))))
  (say "right:" (ispell-parse-output (cadr ispell-filter)))
  (setq ispell-filter nil)
  (ispell-send-string "^هذه موتوقة\n")
  (while (progn (ispell-accept-output) (not (string= "" (car ispell-filter)))))
  (let ((answer (seq-find #'listp (mapcar #'ispell-parse-output (seq-filter (lambda (l) (string-match "^&" l)) ispell-filter)))))
    (say "wrong:" (nth 0 answer) "at" (nth 1 answer) "meant" (car (nth 2 answer))))
  (setq ispell-filter nil)
  (flyspell-mode 1)
  (flyspell-small-region (point-min) (point-max))
  (say "flyspell, word by word:" (faults))
  (flyspell-delete-all-overlays)
  (flyspell-large-region (point-min) (point-max))
  (say "flyspell, a large region:" (faults)))
EOF
cat >want <<'EOF'
right: t
wrong: موتوقة at 5 meant موثوقة
flyspell, word by word: (موتوقة)
flyspell, a large region: (موتوقة)
EOF
ok "$sentence" sh -c 'timeout 60 emacs -Q --batch -L "$ROOT/scripts" -l test.el 2>emacs.log >got; diff want got || { cat emacs.log; false; }'
ok 'it says its version in the form of ispell' sh -c 'muqabil-ispell -vv | grep -q "^@(#) International Ispell Version 3.2.06 (but really muqabil [0-9.]*)$"'
finish
