# lares. GNU make and BSD make; everything that is made goes under $(BUILD).
#
#   make              the programs, in $(BUILD)/bin
#   make check        unit tests and scenarios; ends with "N passed, N failed, N skipped"
#   make torture      kills everything at random, for TORTURE_SECONDS=120; prints figures
#   make fuzz         libFuzzer, FUZZ_SECONDS=60 for each target; needs clang++
#   make demo         a service directory of its own, run in the foreground
#   make install      DESTDIR= PREFIX=
#   make uninstall    DESTDIR= PREFIX=
#   make deb          a Debian package, in $(BUILD)
#   make bench        measures speed and size beside the others of the kind; ROWS="svstat-1000 ..."
#   make format       clang-format over all sources
#   make clean
#
# STATIC= links the C library dynamically; a sanitizer in CXXFLAGS does so by itself. With
# code and constants in one segment there are fewer pages to fault in at each start.
# CXX="$PWD/tests/musl/c++" takes musl for it, which halves what a supervise costs.
# CXXFLAGS='-g -O1 -fsanitize=address,undefined' BUILD=build/san checks under sanitizers.

CXX = c++
CXXFLAGS = -O2 -g
LDFLAGS =
STATIC = -static -Wl,-z,noseparate-code
BUILD = build
VERSION = 0.1
PREFIX = /usr/local
DESTDIR =

WARN = -Wall -Wextra -Wpedantic -Wshadow -Wconversion
PROGRAM_FLAGS = -std=c++20 $(WARN) -I. -fno-exceptions -fno-rtti -ffunction-sections -fdata-sections
TEST_FLAGS = -std=c++20 $(WARN) -I. -O0

B = $(BUILD)

# What stands below every program.
base = $B/base/abort.o $B/base/birth.o $B/base/clock.o $B/base/deadline.o $B/base/exec.o \
    $B/base/fd.o $B/base/group.o $B/base/memory.o $B/base/reason.o $B/base/replace.o \
    $B/base/report.o $B/base/scratch.o $B/base/signal_name.o $B/base/signals.o $B/base/spawn.o \
    $B/base/stack.o $B/base/stranger.o $B/base/tai64n.o $B/base/text.o $B/base/watch.o

# What each program is made of, besides.
formats = $B/supervise/interpreter.o $B/supervise/listen.o $B/supervise/listen_file.o \
    $B/supervise/obstacle.o $B/supervise/state.o $B/supervise/status.o
machine = $B/supervise/checks.o $B/supervise/death.o $B/supervise/notes.o $B/supervise/pause.o \
    $B/supervise/replacement.o $B/supervise/service.o $B/supervise/service_commands.o \
    $B/supervise/service_fitness.o $B/supervise/service_notes.o \
    $B/supervise/service_replacement.o $B/supervise/service_told.o $B/supervise/signature.o
supervise = $B/supervise/adopted.o $B/supervise/directory.o $B/supervise/environment.o \
    $B/supervise/events.o $B/supervise/handover.o $B/supervise/hooks.o $B/supervise/leftovers.o \
    $B/supervise/main.o $B/supervise/place.o $B/supervise/process.o $B/supervise/register.o \
    $B/supervise/slot.o $B/supervise/slot_notes.o $B/supervise/slot_replacement.o \
    $B/supervise/slot_run.o $B/supervise/sockets.o $B/supervise/supervisor.o \
    $B/supervise/supervisor_notes.o $B/supervise/usage.o
scan = $B/svscan/notes.o $B/svscan/place.o $B/svscan/plan.o $B/svscan/rhythm.o $B/svscan/seat.o \
    $B/svscan/verdict.o
svscan = $B/svscan/adopted.o $B/svscan/essentials.o $B/svscan/fifo.o $B/svscan/leftovers.o \
    $B/svscan/look.o $B/svscan/lookout.o $B/svscan/main.o $B/svscan/pipes.o $B/svscan/scanner.o \
    $B/svscan/start.o $B/svscan/tell.o $B/svscan/tree.o $B/svscan/tree_notes.o \
    $B/svscan/tree_workers.o $B/svscan/voice.o $B/svscan/watcher.o $B/svscan/where.o
client = $B/supervise/rounds.o
where = $B/supervise/settings.o $B/supervise/whereabouts.o $B/supervise/workers.o
meeting = $B/supervise/told.o $B/supervise/waiter.o
svc = $B/svc/ahead.o $B/svc/caller.o $B/svc/control.o $B/svc/main.o $B/svc/wait.o
wishes = $B/svc/options.o $B/svc/wish.o
svstat = $B/svstat/follow.o $B/svstat/gather.o $B/svstat/main.o $B/svstat/output.o $B/svstat/tell.o
telling = $B/svstat/explain.o $B/svstat/json.o $B/svstat/metrics.o $B/svstat/options.o \
    $B/svstat/processes.o $B/svstat/sentence.o
sight = $B/svstat/sight.o
svok = $B/svstat/svok.o
svup = $B/svstat/svup.o
sorting = $B/multilog/directory.o $B/multilog/label.o $B/multilog/match.o \
    $B/multilog/rotation.o $B/multilog/script.o $B/multilog/sorter.o
multilog = $B/multilog/current.o $B/multilog/folder.o $B/multilog/input.o $B/multilog/log.o \
    $B/multilog/main.o $B/multilog/multilog.o $B/multilog/peek.o $B/multilog/processor.o \
    $B/multilog/status.o
filter = $B/multilog/filter.o $B/multilog/stamp.o
tai64n = $B/multilog/tai64n.o
tai64nlocal = $B/multilog/tai64nlocal.o
readproctitle = $B/svscan/readproctitle.o

# The chain-loaders: a file each and what they share. The last three look accounts up.
chain = $B/supervise/chain/chain.o $B/supervise/chain/limit.o $B/supervise/chain/settings.o
loaders = $B/bin/envdir $B/bin/envini $B/bin/fghack $B/bin/pdeath $B/bin/pgrphack \
    $B/bin/setlock $B/bin/softlimit
loader = $B/supervise/chain/envdir.o $B/supervise/chain/envini.o $B/supervise/chain/fghack.o \
    $B/supervise/chain/pdeath.o $B/supervise/chain/pgrphack.o $B/supervise/chain/setlock.o \
    $B/supervise/chain/softlimit.o
account = $B/supervise/chain/account.o
account_loaders = $B/bin/envuidgid $B/bin/setuidgid $B/bin/setuser
account_loader = $B/supervise/chain/envuidgid.o $B/supervise/chain/setuidgid.o \
    $B/supervise/chain/setuser.o

programs = $B/bin/supervise $B/bin/svscan $B/bin/svc $B/bin/svstat $B/bin/svok $B/bin/svup $B/bin/multilog \
    $B/bin/tai64n $B/bin/tai64nlocal $B/bin/readproctitle $B/bin/svscanboot \
    $(loaders) $(account_loaders)

# The unit tests, the pure code they drive, and the scenarios' helpers.
world = $B/tests/supervise/world.o
tests = $(world) $B/tests/main.o $B/tests/base/deadline.o $B/tests/base/parse.o \
    $B/tests/base/quiet.o $B/tests/base/reason.o $B/tests/base/signal_name.o \
    $B/tests/base/stranger.o $B/tests/base/tai64n.o $B/tests/base/text.o \
    $B/tests/supervise/checks.o $B/tests/supervise/control.o $B/tests/supervise/interpreter.o \
    $B/tests/supervise/listen.o $B/tests/supervise/model.o $B/tests/supervise/notes.o \
    $B/tests/supervise/pause.o $B/tests/supervise/replacement.o $B/tests/supervise/service.o \
    $B/tests/supervise/service_commands.o $B/tests/supervise/service_fitness.o \
    $B/tests/supervise/service_notes.o $B/tests/supervise/service_scripts.o \
    $B/tests/supervise/settings.o $B/tests/supervise/signature.o $B/tests/supervise/state.o \
    $B/tests/supervise/status.o $B/tests/supervise/watchdog.o $B/tests/supervise/whereabouts.o \
    $B/tests/supervise/workers.o $B/tests/svc/options.o $B/tests/svc/wish.o \
    $B/tests/svstat/explain.o $B/tests/svstat/json.o $B/tests/svstat/metrics.o \
    $B/tests/svstat/options.o $B/tests/svstat/processes.o $B/tests/svstat/sentence.o \
    $B/tests/svscan/notes.o $B/tests/svscan/place.o $B/tests/svscan/plan.o \
    $B/tests/svscan/rhythm.o $B/tests/svscan/verdict.o $B/tests/multilog/directory.o \
    $B/tests/multilog/label.o $B/tests/multilog/match.o $B/tests/multilog/rotation.o \
    $B/tests/multilog/script.o $B/tests/multilog/sorter.o $B/tests/multilog/stamp.o \
    $B/tests/multilog/trouble.o $B/tests/supervise/chain/chain.o \
    $B/tests/supervise/chain/limit.o $B/tests/supervise/chain/settings.o
tested = $(formats) $(machine) $(where) $(scan) $(wishes) $(telling) \
    $B/multilog/stamp.o $(sorting) $(chain)
helping = $B/tests/helper/contain.o $B/tests/helper/get.o $B/tests/helper/load.o \
    $B/tests/helper/numbers.o $B/tests/helper/serve.o $B/tests/helper/tally.o
small_helpers = $B/tests/bin/contain $B/tests/bin/get $B/tests/bin/load $B/tests/bin/numbers \
    $B/tests/bin/serve $B/tests/bin/tally
helpers = $(small_helpers) $B/tests/bin/replay \
    $B/tests/bin/clock/multilog $B/tests/bin/clock/supervise $B/tests/bin/clock/svscan
# What `make bench` measures with.
bench = $B/tests/bench/await.o $B/tests/bench/census.o $B/tests/bench/generate.o \
    $B/tests/bench/hello.o $B/tests/bench/limit.o $B/tests/bench/measure.o $B/tests/bench/service.o
meters = $B/tests/bin/await $B/tests/bin/census $B/tests/bin/generate \
    $B/tests/bin/hello $B/tests/bin/limit $B/tests/bin/measure $B/tests/bin/service

# What a fuzzer drives, and what it drives it with.
fuzzed = $(formats) $(machine) $(where) $(wishes) $(telling) $B/multilog/stamp.o $(sorting) $(chain)
targets = $B/tests/fuzz/chain.o $B/tests/fuzz/client.o $B/tests/fuzz/multilog.o $B/tests/fuzz/supervise.o

objects = $(base) $(formats) $(machine) $(supervise) $(scan) $(svscan) $(client) $(where) \
    $(meeting) $(svc) $(wishes) $(svstat) $(telling) $(sight) $(svok) $(svup) \
    $(sorting) $(multilog) $(filter) $(tai64n) $(tai64nlocal) $(readproctitle) \
    $(chain) $(loader) $(account) $(account_loader) $(tests) $(targets) $(helping) $(bench) \
    $B/tests/fuzz/replay.o $B/tests/helper/clock.o

all: $(programs)

# One rule makes every object: build/base/fd.o comes from base/fd.cc, and the .d file that the
# compiler leaves beside it names the rest of what it was made from.
$(objects):
	@o=$@; o=$${o#$(BUILD)/}; mkdir -p $B/$${o%/*}; \
	case $$o in tests/bench/*) flags='$(TEST_FLAGS) $(CXXFLAGS)';; tests/*) flags='$(CXXFLAGS) $(TEST_FLAGS)';; *) flags='$(PROGRAM_FLAGS) $(CXXFLAGS)';; esac; \
	echo $(CXX) -c $${o%.o}.cc; \
	$(CXX) $$flags -MMD -MP -c $${o%.o}.cc -o $@

$B/base.a: $(base)
	@rm -f $@; ar rc $@ $(base)

# -static where it is wanted, possible, and no sanitizer's runtime forbids it.
link = static='$(STATIC)'; $(link_somehow)
link_somehow = mkdir -p $B/bin; \
    case '$(CXXFLAGS)' in *-fsanitize*) static=;; esac; \
    case `$(CXX) -print-file-name=libc.a` in /*) ;; *) static=;; esac; \
    echo link $@; $(CXX) $(CXXFLAGS) $(LDFLAGS) $$static -Wl,--gc-sections -o $@

# Looking an account up may load modules of the C library, which a static program cannot.
link_dynamic = static='-static-libgcc -static-libstdc++'; $(link_somehow)

$B/bin/supervise: $(supervise) $(machine) $(formats) $(where) $B/base.a
	@$(link) $(supervise) $(machine) $(formats) $(where) $B/base.a
$B/bin/svscan: $(svscan) $(scan) $(meeting) $(formats) $(where) $B/base.a
	@$(link) $(svscan) $(scan) $(meeting) $(formats) $(where) $B/base.a
$B/bin/svc: $(svc) $(wishes) $(client) $(meeting) $(formats) $(where) $B/base.a
	@$(link) $(svc) $(wishes) $(client) $(meeting) $(formats) $(where) $B/base.a
$B/bin/svstat: $(svstat) $(telling) $(sight) $(client) $(meeting) $(formats) $(where) $B/base.a
	@$(link) $(svstat) $(telling) $(sight) $(client) $(meeting) $(formats) $(where) $B/base.a
$B/bin/svok: $(svok) $(client) $(where) $B/base.a
	@$(link) $(svok) $(client) $(where) $B/base.a
$B/bin/svup: $(svup) $(sight) $(client) $(meeting) $(formats) $(where) $B/base.a
	@$(link) $(svup) $(sight) $(client) $(meeting) $(formats) $(where) $B/base.a
$B/bin/multilog: $(multilog) $(sorting) $B/base.a
	@$(link) $(multilog) $(sorting) $B/base.a
$B/bin/tai64n: $(tai64n) $B/multilog/label.o $(filter) $B/base.a
	@$(link) $(tai64n) $B/multilog/label.o $(filter) $B/base.a
$B/bin/tai64nlocal: $(tai64nlocal) $(filter) $B/base.a
	@$(link) $(tai64nlocal) $(filter) $B/base.a
$B/bin/readproctitle: $(readproctitle) $B/base.a
	@$(link) $(readproctitle) $B/base.a
$(loaders): $(loader) $(chain) $B/base.a
	@o=$@; $(link) $B/supervise/chain/$${o##*/}.o $(chain) $B/base.a
$(account_loaders): $(account_loader) $(account) $(chain) $B/base.a
	@o=$@; $(link_dynamic) $B/supervise/chain/$${o##*/}.o $(account) $(chain) $B/base.a
$B/bin/svscanboot: svscan/svscanboot
	@mkdir -p $B/bin; cp svscan/svscanboot $@; chmod 755 $@

$B/tests/bin/unit: $(tests) $(tested) $B/base.a
	@mkdir -p $B/tests/bin; echo link $@; $(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $(tests) $(tested) \
	    $B/base.a `echo '#include <catch2/catch_all.hpp>' | $(CXX) -std=c++20 -E -x c++ - >/dev/null 2>&1 && echo -lCatch2Main -lCatch2`
# A file each; -pthread is for one of them.
$(small_helpers): $(helping)
	@o=$@; mkdir -p $B/tests/bin; $(CXX) $(CXXFLAGS) $(LDFLAGS) -pthread -o $@ \
	    $B/tests/helper/$${o##*/}.o
# Programs whose wall clock can be set.
$B/tests/bin/clock/multilog: $(multilog) $(sorting) $B/tests/helper/clock.o $B/base.a
	@mkdir -p $B/tests/bin/clock; $(link) $(multilog) $(sorting) $B/tests/helper/clock.o $B/base.a
$B/tests/bin/clock/supervise: $(supervise) $(machine) $(formats) $(where) $B/tests/helper/clock.o $B/base.a
	@mkdir -p $B/tests/bin/clock; $(link) $(supervise) $(machine) $(formats) $(where) \
	    $B/tests/helper/clock.o $B/base.a
$B/tests/bin/clock/svscan: $(svscan) $(scan) $(meeting) $(formats) $(where) $B/tests/helper/clock.o $B/base.a
	@mkdir -p $B/tests/bin/clock; $(link) $(svscan) $(scan) $(meeting) $(formats) $(where) \
	    $B/tests/helper/clock.o $B/base.a
$B/tests/bin/replay: $B/tests/fuzz/replay.o $(world) $(targets) $(fuzzed) $B/base.a
	@mkdir -p $B/tests/bin; echo link $@; $(CXX) $(CXXFLAGS) $(LDFLAGS) -o $@ $B/tests/fuzz/replay.o \
	    $(world) $(targets) $(fuzzed) $B/base.a
$(meters): $(bench)
	@o=$@; mkdir -p $B/tests/bin; $(link) $B/tests/bench/$${o##*/}.o

check: $(programs) $(helpers) $B/tests/bin/unit
	@tests/run $B

bench: $(programs) $(meters) $B/tests/bin/contain
	@sh tests/bench/run $B $(ROWS)

# Catch2 of the distribution, where it is missing and we may install it.
$(tests): $B/catch2
$B/catch2:
	@CXX='$(CXX)' sh tests/catch2 && mkdir -p $B && touch $@

# Kills everything at random, and looks what is lost.
TORTURE_SECONDS = 120
torture: $(programs) $(helpers)
	@TORTURE_SECONDS='$(TORTURE_SECONDS)' sh tests/torture $B
	@MULTILOG_KILLS=200 TIME_LIMIT=600 tests/run $B tests/scenario/multilog-killed-loses-no-line.sh

# Looks for input that breaks a promise of the pure code.
FUZZ_SECONDS = 60
fuzz:
	@sh tests/fuzz/run '$(BUILD)' '$(FUZZ_SECONDS)' $B/tests/fuzz/fuzz.o $(world) $(targets) $(fuzzed) $(base)

demo: $(programs)
	@sh svscan/demo $B

install: $(programs)
	@sh svscan/package/install '$(DESTDIR)' '$(PREFIX)' $(programs)
uninstall:
	@sh svscan/package/files $(programs) | while read -r mode from name; do \
	    rm -f '$(DESTDIR)$(PREFIX)'/$$name; done

# A Debian package in $(BUILD), which takes the place of the package daemontools.
deb: $(programs)
	@sh svscan/package/deb $(BUILD) $(VERSION) $(programs)

format:
	clang-format -i `find base svscan supervise svc svstat multilog tests -name '*.cc' -o -name '*.h'`

clean:
	rm -rf $(BUILD)

.PHONY: all bench check fuzz torture demo install uninstall deb format clean

-include $(objects:.o=.d)
