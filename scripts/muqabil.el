;;; muqabil.el --- muqabil as the speller of Emacs (ispell.el and flyspell)  -*- lexical-binding: t -*-

;; (require 'muqabil), then M-x ispell-buffer or M-x flyspell-mode in a buffer of Arabic text. Needs the command muqabil-ispell, see its comment.

;;; Code:

(require 'ispell)

;; A word is letters with their marks, tatweel (U+0640) and joiners inside; offsets are counted in characters, as muqabil does.
(add-to-list 'ispell-local-dictionary-alist
             '("muqabil" "[[:alpha:]\u0640\u064B-\u0652\u0670]" "[^[:alpha:]\u0640\u064B-\u0652\u0670]" "[\u200C\u200D]" t nil nil utf-8))
(setq ispell-program-name "muqabil-ispell"
      ispell-dictionary "muqabil")

(provide 'muqabil)
;;; muqabil.el ends here
