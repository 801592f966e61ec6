# muqabil - `make help` lists the targets. CONF = release (default) | dev | asan, each with its own objects.
# CFLAGS, LDFLAGS, CC and PREFIX of the caller win. No comment after a value: make keeps the blanks before it.

VERSION := 0.1.0
CONF    ?= release
PREFIX  ?= /usr/local
DESTDIR ?=

OUT := build$(if $(filter-out release,$(CONF)),/$(CONF))
OBJ := build/obj/$(CONF)

PKGS     := icu-uc icu-i18n hunspell sqlite3 libxml-2.0 libarchive jansson md4c popt libedit libxxhash zlib
PKG_CFLAGS := $(shell pkg-config --cflags $(PKGS) 2>/dev/null)
PKG_LIBS := $(shell pkg-config --libs $(PKGS) 2>/dev/null) -lpthread -lm

WARN := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla -Wwrite-strings $(if $(CI),-Werror)
LTO  := $(if $(findstring clang,$(CC)),,-flto=auto -ffat-lto-objects)
CFLAGS.release := -O3 -g $(LTO)
CFLAGS.dev     := -O1 -g
CFLAGS.asan    := -O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer
override CFLAGS   := -std=c17 -fPIC -fvisibility=hidden $(WARN) $(CFLAGS.$(CONF)) $(CFLAGS)
override CPPFLAGS := -Iinclude -Isrc -D_GNU_SOURCE -DMQ_VERSION='"$(VERSION)"' $(PKG_CFLAGS) $(CPPFLAGS)
# V=1 shows the commands whole.
Q := $(if $(V),,@)
say = $(if $(V),,@printf '  %-5s %s\n' '$(1)' '$@';)

AR := $(if $(findstring clang,$(CC)),ar,gcc-ar)

LIB_SRC  := $(sort $(filter-out src/cli/%,$(wildcard src/*/*.c)))
CLI_SRC  := $(sort $(wildcard src/cli/*.c))
LIB_OBJ  := $(LIB_SRC:%.c=$(OBJ)/%.o)
CLI_OBJ  := $(CLI_SRC:%.c=$(OBJ)/%.o)
DICT_OBJ := $(OBJ)/dict_image.o
DICT     := $(wildcard dict/*)

.DELETE_ON_ERROR:
.SECONDARY:
all: $(OUT)/muqabil $(OUT)/libmuqabil.a $(OUT)/libmuqabil.so ## the program and the library (static and shared)

$(OUT)/muqabil: $(CLI_OBJ) $(OUT)/libmuqabil.a
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(OUT)/libmuqabil.a: $(LIB_OBJ) $(DICT_OBJ)
	@mkdir -p $(@D) && rm -f $@
	$(call say,AR)
	$(Q)$(AR) rcs $@ $^

$(OUT)/libmuqabil.so: $(LIB_OBJ) $(DICT_OBJ)
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -shared -Wl,-soname,libmuqabil.so.0 -o $@ $^ $(PKG_LIBS)

$(OBJ)/%.o: %.c Makefile
	@mkdir -p $(@D)
	$(call say,CC)
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# dict/ becomes one image, made by a tool that is linked with the library's own compilers.
$(OBJ)/mkdict: $(OBJ)/scripts/mkdict.o $(LIB_OBJ)
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PKG_LIBS)

$(OBJ)/dict.img: $(OBJ)/mkdict $(DICT)
	$(call say,DICT)
	$(Q)$(OBJ)/mkdict $@ dict

$(DICT_OBJ): src/base/dict_image.S $(OBJ)/dict.img
	$(call say,AS)
	$(Q)$(CC) -DMQ_DICT_IMAGE='"$(OBJ)/dict.img"' -c -o $@ $<

# A unit test is tests/unit/ROOM/test_NAME.c.
UNIT_SRC := $(sort $(wildcard tests/unit/*/test_*.c))
UNIT     := $(UNIT_SRC:tests/unit/%.c=$(OBJ)/unit/%)
$(OBJ)/unit/%: $(OBJ)/tests/unit/%.o $(OUT)/libmuqabil.a
	@mkdir -p $(@D)
	@mkdir -p $(@D)
	$(call say,LINK)
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(PKG_LIBS) $(shell pkg-config --libs cmocka)

check-unit: $(UNIT) ## the unit tests
	@for t in $(UNIT); do $$t || exit 1; done

clean: ## remove build/
	rm -rf build
help: ## show this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  \1\t\2/p' Makefile | sort
.PHONY: all check-unit clean help

-include $(shell find build/obj/$(CONF) -name '*.d' 2>/dev/null)
