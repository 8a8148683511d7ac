# make            build all programs into bin/
# make check      build and run all tests (see also check-blocks, check-sanitize)
# make install    PREFIX=/usr/local DESTDIR= TOOL_PREFIX= (a prefix for names)
VERSION = 0.1.0
PREFIX = /usr/local
DESTDIR =
TOOL_PREFIX =
BUILD = build/plain
BIN = bin
CFLAGS = -O2 -g
SHARE = $(PREFIX)/share/tokui

PKGS = libpcre2-8
override CFLAGS += -std=c11 -D_GNU_SOURCE -Wall -Wextra -Werror -pthread \
	-fPIE -fstack-protector-strong -Ilib -DTOKUI_VERSION='"$(VERSION)"' \
	-DSHARE='"$(SHARE)"' $(VARIANT) $(shell pkg-config --cflags $(PKGS))
override LDFLAGS += -pthread -pie -Wl,-z,relro,-z,now
LDLIBS = $(shell pkg-config --libs $(PKGS)) -lcsv

CMD = $(notdir $(basename $(wildcard cmd/*.c)))
LIB = $(patsubst lib/%.c,$(BUILD)/lib/%.o,$(wildcard lib/*.c)) \
	$(BUILD)/lib/profiles.o
PROFILES = $(sort $(wildcard lib/profiles/*.map))
UNIT = $(notdir $(basename $(wildcard tests/unit/*.c)))

all: $(CMD:%=$(BIN)/%)

$(BIN)/%: $(BUILD)/cmd/%.o $(BUILD)/tokui.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/unit/%: $(BUILD)/tests/unit/%.o $(BUILD)/tokui.a
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

clean:
	rm -rf build bin

.PHONY: all clean
