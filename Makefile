# make                  build all programs into bin/
# make check            run all tests
# make check-blocks     the same, input cut into blocks of 61 bytes, 3 threads
# make check-sanitize   the same under ASan and UBSan, and under TSan
# make bench            time us and others: LINES=10000000 OUT=FILE SCALE=yes
#                       JOBS=rfm,cpm PEERS=duckdb,polars (some of them)
# make fuzz             FUZZ_SECONDS=60 FUZZ_CORPUS=build/fuzz/corpus
# make coverage         tell which lines no test reaches
# make install          PREFIX=/usr/local DESTDIR= TOOL_PREFIX= (for names)
VERSION = 0.1.0
PREFIX = /usr/local
DESTDIR =
TOOL_PREFIX =
BUILD = build/plain
BIN = bin
CFLAGS = -O2 -g
SHARE = $(PREFIX)/share/tokui

# the C library looks at our calls too, where the compiler lets it
FORTIFY := $(if $(findstring -fsanitize,$(CFLAGS)),,$(if $(filter -O1 -O2 \
	-O3 -Os,$(CFLAGS)),-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2))

PKGS = libpcre2-8
override CFLAGS += -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -pthread \
	-fPIE -fstack-protector-strong $(FORTIFY) -Ilib -DTOKUI_VERSION='"$(VERSION)"' \
	-DSHARE='"$(SHARE)"' $(VARIANT) $(shell pkg-config --cflags $(PKGS))
override LDFLAGS += -pthread -pie -Wl,-z,relro,-z,now
LDLIBS = $(shell pkg-config --libs $(PKGS)) -lcsv

CMD = $(notdir $(basename $(wildcard cmd/*.c)))
LIB = $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(wildcard lib/*.c)) \
	$(BUILD)/lib/profiles.o
PROFILES = $(sort $(wildcard lib/profiles/*.map))
UNIT = $(notdir $(basename $(wildcard tests/unit/*.c)))

all: $(CMD:%=$(BIN)/%)

$(BIN)/%: $(BUILD)/cmd/%.o $(BUILD)/lib/sanitize.o $(BUILD)/tokui.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/lib/sanitize.o \
	$(BUILD)/tokui.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/tokui.a: $(LIB)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/lib/profiles.o: $(BUILD)/lib/profiles.c
	$(CC) $(CFLAGS) $(CPPFLAGS) -MMD -MP -c -o $@ $<

# the profiles as C, so that no file is read at run time
$(BUILD)/lib/profiles.c: $(PROFILES) Makefile
	@mkdir -p $(@D)
	{ echo '#include "cart_map.h"'; \
	echo 'const struct cart_profile cart_profiles[] = {'; \
	for map in $(PROFILES); do \
		echo "{ \"$$(basename $$map .map)\","; \
		sed 's/[\\"?]/\\&/g; s/.*/"&\\n"/' $$map; \
		echo '},'; \
	done; echo '{ 0 } };'; } >$@

-include $(wildcard $(BUILD)/*/*.d $(BUILD)/tests/unit/*.d)
.SECONDARY:

# faults are injected by a library, which cannot be loaded ahead of a sanitizer
FAULT = $(if $(findstring sanitize,$(CFLAGS)),,$(BUILD)/fault.so)
$(BUILD)/fault.so: $(wildcard tests/fault/*.[ch])
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -O2 -g -fPIC \
		-shared -pthread -o $@ $(filter %.c,$^)

# prove tells of what failed; the programs are named by TOKUI_BIN
PROVE = TOKUI_BIN="$(CURDIR)/$(BIN)" \
	TOKUI_FAULT="$(FAULT:%=$(CURDIR)/%)" prove -j2
TESTS = $(wildcard tests/*.t)
units: $(UNIT:%=$(BUILD)/unit/%)
check: all units $(FAULT)
	$(PROVE) $(UNIT:%=$(BUILD)/unit/%) $(TESTS)

VARIANT_OF = $(MAKE) BUILD=build/$(1) BIN=build/$(1)/bin
check-blocks:
	+TOKUI_TABLES=60 TOKUI_LINES=5000 $(call VARIANT_OF,blocks) check \
		CPPFLAGS='-DBLOCK_BYTES=61 -DSETTLE_FIRST=1 \
		-DTHREADS_DEFAULT=3'

SANITIZED = -O1 -g -fno-omit-frame-pointer
check-sanitize:
	+TOKUI_TABLES=40 TOKUI_LINES=20000 \
		$(call VARIANT_OF,asan) check CFLAGS='$(SANITIZED) \
		-fsanitize=address,undefined -fno-sanitize-recover=all'
	+TOKUI_TABLES=20 TOKUI_LINES=20000 $(call VARIANT_OF,tsan) check \
		CPPFLAGS='-DBLOCK_BYTES=4096 -DSETTLE_FIRST=1 \
		-DTHREADS_DEFAULT=3' \
		CFLAGS='$(SANITIZED) -fsanitize=thread' \
		TESTS='$(TSAN_TESTS)'
TSAN_TESTS = tests/rfm.t tests/cpm.t tests/ltv-by-media.t \
	tests/repeat-cohort.t tests/abc-rank.t tests/bad.t tests/laws.t \
	tests/segment.t tests/segment-customers.t

LINES = 10000000
bench: all build/bench/measure
	python3 scripts/bench --lines $(LINES) $(if $(OUT),--out $(OUT)) \
		$(if $(JOBS),--jobs '$(JOBS)') $(if $(PEERS),--peers $(PEERS)) \
		$(if $(SCALE),--scale)
build/bench/measure: scripts/bench/measure.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -o $@ $<

# for each harness of tests/fuzz; a short run is among the tests
fuzz:
	sh scripts/fuzz

coverage:
	sh scripts/coverage

MAN = $(PREFIX)/share/man
COMPLETION = $(PREFIX)/share/bash-completion/completions
PAGES = $(patsubst man/%.5,man5/%.5,$(wildcard man/*.5)) \
	$(patsubst man/%.7,man7/%.7,$(wildcard man/*.7))
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(SHARE)/profiles \
		$(DESTDIR)$(COMPLETION) $(DESTDIR)$(MAN)/man1 \
		$(DESTDIR)$(MAN)/man5 $(DESTDIR)$(MAN)/man7
	for x in $(CMD); do install $(BIN)/$$x \
		$(DESTDIR)$(PREFIX)/bin/$(TOOL_PREFIX)$$x || exit; \
		{ cat scripts/completion.bash; \
		echo "complete -o default -F _tokui $(TOOL_PREFIX)$$x"; } \
		>$(DESTDIR)$(COMPLETION)/$(TOOL_PREFIX)$$x || exit; done
	for x in $(CMD); do install -m 644 man/$$x.1 \
		$(DESTDIR)$(MAN)/man1/$(TOOL_PREFIX)$$x.1 || exit; done
	install -m 644 man/*.5 $(DESTDIR)$(MAN)/man5
	install -m 644 man/*.7 $(DESTDIR)$(MAN)/man7
	install -m 644 $(PROFILES) $(DESTDIR)$(SHARE)/profiles
	install -m 644 tests/shop.tsv $(DESTDIR)$(SHARE)

uninstall:
	for x in $(CMD); do rm -f $(DESTDIR)$(PREFIX)/bin/$(TOOL_PREFIX)$$x \
		$(DESTDIR)$(COMPLETION)/$(TOOL_PREFIX)$$x; done
	for x in $(CMD:%=man1/$(TOOL_PREFIX)%.1) $(PAGES); do \
		rm -f $(DESTDIR)$(MAN)/$$x; done
	rm -rf $(DESTDIR)$(SHARE)

clean:
	rm -rf build bin

.PHONY: all units bench check check-blocks check-sanitize coverage fuzz install \
	uninstall clean
