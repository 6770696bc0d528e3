# GNU make. `make` alone lists the commands.
.DEFAULT_GOAL := help

PORT ?= 8080
HOST ?= 127.0.0.1
DATABASE ?= Data/portal.sqlite
SETTINGS ?= Resources/Settings/portal.conf
FUZZ_SECONDS ?= 60
MINUTES ?= 30

BINARY := .build/release/portal
SOURCES := $(shell find Package.swift Sources)

.PHONY: run demo test test-browser test-faults test-soak test-sheets fuzz sanitize mutants bench bench-growth bench-load bench-returns bench-report lint format clean help packages toolchain

run: $(BINARY) ## Install what is missing, build, load the catalogue and figures, and serve them
	@mkdir -p "$(dir $(DATABASE))"
	@$(BINARY) load --database "$(DATABASE)" --settings "$(SETTINGS)"
	@exec $(BINARY) serve --database "$(DATABASE)" --settings "$(SETTINGS)" \
		--host "$(HOST)" --port "$(PORT)"

demo: $(BINARY) ## Make a demonstration anew, with invented figures, and its report (seconds)
	@mkdir -p Data
	@rm -f Data/demo.sqlite Data/demo.sqlite-* Data/demo-report*.html
	@$(BINARY) demo --database Data/demo.sqlite --settings "$(SETTINGS)" \
		--to Data/demo-report.html
	@Tests/Demo/run $(BINARY) Data/demo.sqlite Data/demo-report.html "$(SETTINGS)"
	@echo "To read the report: open Data/demo-report.html in any browser."
	@echo "To see that nobody has changed it:"
	@echo "    $(BINARY) report verify --database Data/demo.sqlite Data/demo-report.html"
	@echo "To look at the pages: make run DATABASE=Data/demo.sqlite PORT=$(PORT)"
	@echo "To sign in there as one of its people, follow the link of:"
	@echo "    $(BINARY) user reset --database Data/demo.sqlite --user-name demonstration-lead"

test: packages ## Run every test
	swift test --disable-xctest

test-browser: packages ## Walk the story of a quarter's figures in Chromium (minutes)
	swift build --product portal
	Tests/Browser/run .build/debug/portal

test-faults: $(BINARY) ## Kill, fill, tear and starve the portal; nothing may be lost (KILLS=500; minutes)
	Tests/Faults/run $(BINARY)

test-soak: $(BINARY) ## Have everybody at once for MINUTES (30): readers, officers, bad clients
	python3 -B Tests/Faults/soak.py $(BINARY) "$(MINUTES)"

test-sheets: packages ## Have other programs read the workbooks that we write
	Tests/Sheets/run

fuzz: packages ## Feed any bytes to each parser of outside bytes, FUZZ_SECONDS for each
	FUZZ_SECONDS="$(FUZZ_SECONDS)" Tests/Fuzz/run

sanitize: packages ## Run every test under ThreadSanitizer and AddressSanitizer (minutes)
	Tests/Sanitize/run

mutants: toolchain ## Check that tests notice when the judgement is wrong (minutes)
	Tests/Mutants/run

bench: $(BINARY) ## Measure the portal beside the servers in PORTAL_PEERS (minutes)
	Tests/Bench/run

bench-growth: $(BINARY) ## Measure pages while figures grow a hundredfold (minutes)
	Tests/Bench/growth

bench-load: $(BINARY) ## Measure the load of a million figures beside sqlite3 (minutes)
	Tests/Bench/load

bench-returns: $(BINARY) ## Measure returns: the grid, a publication, files of 100,000 rows (minutes)
	Tests/Bench/returns
	Tests/Bench/upload

bench-report: $(BINARY) ## Measure a report of 150 measures: drawn, frozen, and its memory (minutes)
	Tests/Bench/report

lint: toolchain ## Check the format of the code and the import walls
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
	.ci/walls

format: toolchain ## Put the code into the format that lint asks for
	swift format --in-place --recursive --parallel Sources Tests Package.swift

clean: ## Remove what was built (not the database)
	rm -rf .build .build-*

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "make run reads PORT ($(PORT)), HOST ($(HOST)), DATABASE ($(DATABASE))"
	@echo "and SETTINGS ($(SETTINGS)):"
	@echo "    make run PORT=9000"

# The linker leaves the program as it is when nothing of it changed; its date must still pass
# that of the sources, or every run would ask for a build.
$(BINARY): $(SOURCES) | packages
	swift build --configuration release --product portal --static-swift-stdlib
	@touch $@

toolchain:
	@command -v swift >/dev/null || { \
		echo "Swift 6.2 or later is needed, and there is no 'swift' on the path."; \
		echo "Install it as https://www.swift.org/install/linux/ says, then run make again."; \
		exit 1; } >&2

# The C libraries that the ground targets stand on, each known by a header of its -dev package.
packages: toolchain
	@missing=; \
	for pair in sqlite3.h:libsqlite3-dev zlib.h:zlib1g-dev crypt.h:libcrypt-dev sha2.h:libmd-dev; do \
		test -e "/usr/include/$${pair%:*}" || test -e "/usr/local/include/$${pair%:*}" \
			|| missing="$$missing $${pair#*:}"; \
	done; \
	test -n "$$missing" || exit 0; \
	echo "Installing$$missing"; \
	if test "$$(id -u)" = 0; then as=; else as=sudo; fi; \
	apt="$$as env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300"; \
	install="$$apt install --yes --no-install-recommends $$missing"; \
	if command -v apt-get >/dev/null && command -v $${as:-env} >/dev/null; then \
		$$install </dev/null 2>/dev/null && exit 0; \
		$$apt update </dev/null && $$install </dev/null && exit 0; \
	fi; \
	echo "These packages are needed and could not be installed:$$missing" >&2; \
	echo "Install them (their names are those of Debian and Ubuntu), then run make again." >&2; \
	exit 1
