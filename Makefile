# muqabil - `make help` lists the targets, CONTRIBUTING.md tells the habits.
#
# CONF = release (default) | dev | asan | tsan | fuzz: each has its own objects in build/obj/CONF and its own products in build/CONF (release: build).
# CC, CFLAGS, LDFLAGS, PREFIX and DESTDIR of the caller win. CI=1 makes warnings errors, V=1 shows the commands whole.
# No comment stands behind a value: make would keep the blanks before it.

VERSION := 0.1.0
SOVER   := 0
CONF    ?= release
PREFIX  ?= /usr/local
DESTDIR ?=

OUT := build$(if $(filter-out release,$(CONF)),/$(CONF))
OBJ := build/obj/$(CONF)

# ---- libraries: those of libmuqabil, of the program, of the unit tests
LIB_PKGS := icu-uc icu-i18n hunspell sqlite3 libxml-2.0 libarchive jansson md4c libxxhash zlib
CLI_PKGS := popt libedit
PKGS     := $(LIB_PKGS) $(CLI_PKGS)
ifneq ($(filter-out clean dist help,$(or $(MAKECMDGOALS),all)),)
ifneq ($(shell pkg-config --exists $(PKGS) && echo found),found)
$(error some libraries are missing; 'sh scripts/setup' installs them)
endif
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS))
LIB_LIBS   := $(shell pkg-config --libs $(LIB_PKGS)) -lpthread -lm
CLI_LIBS   := $(shell pkg-config --libs $(CLI_PKGS))
CLANG      := $(findstring clang,$(shell $(CC) --version))
endif
UNIT_LIBS = $(shell pkg-config --libs cmocka)

# ---- flags
WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wwrite-strings $(if $(CI),-Werror)
# Fat objects: the static library must also serve those who link without LTO. clang's need other tools (lld, llvm-ar), so clang goes without.
LTO := $(if $(CLANG),,-flto=auto -ffat-lto-objects)
AR  := $(if $(CLANG),ar,gcc-ar)

CFLAGS.release := -O3 -g $(LTO)
CFLAGS.dev     := -O1 -g
CFLAGS.asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
CFLAGS.tsan    := -O1 -g -fsanitize=thread
CFLAGS.fuzz    := $(CFLAGS.asan) -fsanitize=fuzzer-no-link
COMPILE = $(CC) -Iinclude -Isrc -Itests/unit -D_GNU_SOURCE -DMQ_VERSION='"$(VERSION)"' $(PKG_CFLAGS) $(CPPFLAGS) \
            -std=c17 -fPIC -fvisibility=hidden $(WARN) $(CFLAGS.$(CONF)) $(CFLAGS)
LINK    = $(CC) $(WARN) $(CFLAGS.$(CONF)) $(CFLAGS) -Wl,--as-needed $(LDFLAGS)

# ---- what is made of what
LIB_OBJ  := $(patsubst %.c,$(OBJ)/%.o,$(sort $(filter-out src/cli/%,$(wildcard src/*/*.c)))) $(OBJ)/dict_image.o
CLI_OBJ  := $(patsubst %.c,$(OBJ)/%.o,$(sort $(wildcard src/cli/*.c)))
UNIT     := $(patsubst tests/unit/%.c,$(OBJ)/unit/%,$(sort $(wildcard tests/unit/*/test_*.c)))
CORPUS   := $(patsubst tests/fuzz/%.c,$(OBJ)/fuzz/%,$(sort $(wildcard tests/fuzz/fuzz_*.c)))
SHARED   := $(OUT)/libmuqabil.so.$(VERSION)
PAPERS   := $(OUT)/muqabil.1 $(OUT)/muqabil.bash $(OUT)/muqabil.zsh $(OUT)/muqabil.fish

Q   := $(if $(V),,@)
say  = $(if $(V)$(findstring s,$(firstword -$(MAKEFLAGS))),,@printf '  %-5s %s\n' '$(1)' '$@')

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all quality test check asan tsan lint bench fuzz tests run-tests install uninstall dist clean help force

all: $(OUT)/muqabil $(OUT)/libmuqabil.a $(SHARED) $(PAPERS) ## the program, the library (static and shared), manual page and completions

# ---- the program and the library
$(OBJ)/muqabil: $(CLI_OBJ) $(OUT)/libmuqabil.a
	$(call say,LINK)
	$(Q)$(LINK) -o $@ $^ $(LIB_LIBS) $(CLI_LIBS)

$(OUT)/libmuqabil.a: $(LIB_OBJ)
	@mkdir -p $(@D) && rm -f $@
	$(call say,AR)
	$(Q)$(AR) rcs $@ $^

$(OBJ)/libmuqabil.so.$(VERSION): $(LIB_OBJ)
	$(call say,LINK)
	$(Q)$(LINK) -o $@ -shared -Wl,-soname,libmuqabil.so.$(SOVER) $^ $(LIB_LIBS)

# A release keeps its debug symbols apart, in X.debug beside X, where gdb finds them.
$(OUT)/%: $(OBJ)/%
	@mkdir -p $(@D)
	$(call say,OUT)
ifeq ($(CONF),release)
	$(Q)objcopy --only-keep-debug $< $@.debug
	$(Q)objcopy --strip-unneeded --add-gnu-debuglink=$@.debug $< $@
else
	$(Q)ln -f $< $@
endif

$(OBJ)/%.o: %.c $(OBJ)/flags
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(COMPILE) -MMD -MP -c -o $@ $<

# Another compiler or other flags: everything is made anew.
$(OBJ)/flags: force
	@mkdir -p $(@D); echo "$(COMPILE)" | cmp -s - $@ || echo "$(COMPILE)" >$@

# dict/ becomes one image, made by a tool that is linked with the library's own compilers (DESIGN: no parsing when the program starts).
$(OBJ)/mkdict: $(OBJ)/scripts/mkdict.o $(filter-out $(OBJ)/dict_image.o,$(LIB_OBJ))
	$(call say,LINK)
	$(Q)$(LINK) -o $@ -fno-lto $^ $(LIB_LIBS)

$(OBJ)/dict.img: $(OBJ)/mkdict $(wildcard dict/*)
	$(call say,DICT)
	$(Q)$(OBJ)/mkdict $@ dict

$(OBJ)/dict_image.o: src/base/dict_image.S $(OBJ)/dict.img
	$(call say,AS)
	$(Q)$(CC) -DMQ_DICT_IMAGE='"$(OBJ)/dict.img"' -c -o $@ $<

# ---- tests: a unit test is tests/unit/ROOM/test_NAME.c; tests/fuzz/fuzz_NAME.c with its corpus in tests/corpus/NAME runs as an ordinary test, too
test: ; @sh scripts/test ## everything that CI does
check: ; @$(MAKE) --no-print-directory CONF=dev run-tests ## the tests, as before each commit
asan: ; @$(MAKE) --no-print-directory CONF=asan run-tests ## the same under AddressSanitizer and UBSan
tsan: ; @$(MAKE) --no-print-directory CONF=tsan run-tests ## the same under ThreadSanitizer
lint: ; @sh tests/run lint ## layers, public headers, clang-tidy, cppcheck, words and sizes
tests: $(OUT)/muqabil $(UNIT) $(CORPUS)
run-tests: tests ; @sh tests/run $(CONF):unit $(CONF):corpus $(CONF):cli

$(OBJ)/unit/%: $(OBJ)/tests/unit/%.o $(OBJ)/tests/unit/unit.o $(OUT)/libmuqabil.a
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(LINK) -o $@ $^ $(LIB_LIBS) $(UNIT_LIBS)

# A test of what happens without memory (tests/unit/faults.h): our own allocations go through it.
$(filter %_faults,$(UNIT)): $(OBJ)/tests/unit/faults.o
$(filter %_faults,$(UNIT)): private LINK += -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc,--wrap=strdup,--wrap=strndup

FUZZ_MAIN := $(if $(filter fuzz,$(CONF)),,$(OBJ)/tests/fuzz/driver.o)
$(OBJ)/fuzz/%: $(OBJ)/tests/fuzz/%.o $(FUZZ_MAIN) $(OUT)/libmuqabil.a
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(LINK) -o $@ $(if $(FUZZ_MAIN),,-fsanitize=fuzzer) $^ $(LIB_LIBS)

T    ?= $(error which one? make fuzz T=NAME, of tests/fuzz/fuzz_NAME.c)
SECS ?= 60
fuzz: ## T=NAME SECS=60: search for new input that breaks a reader (clang)
	@$(MAKE) --no-print-directory CONF=fuzz CC=clang build/obj/fuzz/fuzz/fuzz_$(T)
	@mkdir -p build/fuzz/$(T)
	build/obj/fuzz/fuzz/fuzz_$(T) -max_total_time=$(SECS) -rss_limit_mb=2048 -timeout=10 -artifact_prefix=build/fuzz/ build/fuzz/$(T) tests/corpus/$(T)

bench: all $(OBJ)/tests/bench/measure $(OBJ)/tests/bench/plain $(OBJ)/tests/bench/lookups $(OBJ)/tests/bench/suggest ## speed, as ratios to well-known tools on the same file
	@sh tests/bench/run
$(OBJ)/tests/bench/%: $(OBJ)/tests/bench/%.o $(OUT)/libmuqabil.a
	$(call say,LINK)
	$(Q)$(LINK) -o $@ $^ $(LIB_LIBS)

# ---- papers that the program writes itself, from its option tables
$(PAPERS): $(OUT)/muqabil
	$(call say,DOC)
	$(Q)$< --describe $(subst .,,$(subst .1,.man,$(suffix $@))) >$@

$(OUT)/muqabil.pc: scripts/muqabil.pc.in Makefile
	@mkdir -p $(@D)
	$(Q)sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|; s|@PKGS@|$(LIB_PKGS)|' $< >$@

# ---- installing: FILE>PLACE below DESTDIR/PREFIX
INSTALLED := $(OUT)/muqabil>bin/muqabil \
             scripts/muqabil-ispell>bin/muqabil-ispell \
             scripts/muqabil.el>share/emacs/site-lisp/muqabil.el \
             $(OUT)/libmuqabil.a>lib/libmuqabil.a \
             $(SHARED)>lib/libmuqabil.so.$(VERSION) \
             $(OUT)/muqabil.pc>lib/pkgconfig/muqabil.pc \
             $(OUT)/muqabil.1>share/man/man1/muqabil.1 \
             $(OUT)/muqabil.bash>share/bash-completion/completions/muqabil \
             $(OUT)/muqabil.zsh>share/zsh/site-functions/_muqabil \
             $(OUT)/muqabil.fish>share/fish/vendor_completions.d/muqabil.fish \
             $(foreach h,$(wildcard include/muqabil/*.h),$(h)>$(h)) \
             $(foreach f,$(wildcard tmx/*),$(f)>share/muqabil/$(f))
LINKS     := lib/libmuqabil.so.$(SOVER) lib/libmuqabil.so
source_of  = $(firstword $(subst >, ,$(1)))
place_of   = $(DESTDIR)$(PREFIX)/$(lastword $(subst >, ,$(1)))

install: $(foreach i,$(INSTALLED),$(call source_of,$(i))) ## put the program, the library and the papers below DESTDIR/PREFIX
	$(Q)$(foreach i,$(INSTALLED),install -D -m $(if $(findstring >bin/,$(i)),755,644) $(call source_of,$(i)) '$(call place_of,$(i))' &&) :
	$(Q)$(foreach l,$(LINKS),ln -sf libmuqabil.so.$(VERSION) '$(call place_of,$(l))' &&) :
uninstall: ## take them away again
	$(Q)rm -f $(foreach i,$(INSTALLED) $(LINKS),'$(call place_of,$(i))')
	$(Q)rmdir $(foreach d,include/muqabil share/muqabil/tmx share/muqabil,'$(DESTDIR)$(PREFIX)/$(d)') 2>/dev/null || :

dist: ## the sources of the last commit as build/muqabil-VERSION.tar.gz
	@mkdir -p build
	git archive --format=tar --prefix=muqabil-$(VERSION)/ HEAD | gzip -9n >build/muqabil-$(VERSION).tar.gz
clean: ## remove build/
	rm -rf build
help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile

-include $(shell find $(OBJ) -name '*.d' 2>/dev/null)

# ---- the mining model: tools of scripts/train and scripts/quality
$(OBJ)/train $(OBJ)/quality: $(OBJ)/%: $(OBJ)/scripts/%.o $(OUT)/libmuqabil.a
	$(call say,LINK)
	$(Q)$(LINK) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(LIB_LIBS)
$(OBJ)/train: $(OBJ)/scripts/rprop.o $(OBJ)/scripts/train_language.o $(OBJ)/scripts/train_words.o

quality: ; @sh scripts/quality ## what mining is worth: precision, recall, reliability
