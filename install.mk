# SPDX-License-Identifier: MIT
# make install, make uninstall: all that people without the sources need, below DESTDIR PREFIX.
#
#   bin/                        the commands
#   share/man/man1/             their manual pages
#   share/fellesskap/           templates, converters, schemas, and the first files of a new tree
#   share/doc/fellesskap/       the documentation as web pages, manual pages among them; an example tree
#
# make dist, make package: the sources, and the Debian package that is made of them.

MANUALS := $(COMMANDS:%=cmd/%.1)
GUIDES := $(wildcard docs/*.md)
PICTURES := $(wildcard docs/pictures/*)
DOC := $(B)/share/doc/fellesskap
PAGES := $(DOC)/index.html $(patsubst docs/%.md,$(DOC)/%.html,$(filter-out docs/README.md,$(GUIDES))) \
	$(COMMANDS:%=$(DOC)/%.1.html) $(DOC)/CHANGELOG.html

.PHONY: docs install uninstall
docs: $(PAGES)

define page_of_markdown
	@mkdir -p $(@D)
	pandoc --from gfm --to html5 --standalone --lua-filter tools/page.lua -o $@ $<
endef
$(DOC)/index.html: docs/README.md tools/page.lua
	$(page_of_markdown)
$(DOC)/%.html: docs/%.md tools/page.lua
	$(page_of_markdown)
$(DOC)/%.html: %.md tools/page.lua
	$(page_of_markdown)
# Links lead to the other pages here, and to Debian's for commands that are not ours.
$(DOC)/%.1.html: cmd/%.1
	@mkdir -p $(@D)
	cd cmd && mandoc -T html -O 'man=%N.%S;https://manpages.debian.org/%N.%S' $*.1 | \
		sed 's|href="\([a-z-]*\.1\)"|href="\1.html"|g' >$(abspath $@)

INTO = $(DESTDIR)$(PREFIX)
EXAMPLES = $(INTO)/share/doc/fellesskap/examples

# What an earlier version has installed and this one does not have is gone afterwards.
install: programs docs
	rm -rf "$(INTO)/share/fellesskap" "$(INTO)/share/doc/fellesskap"
	for file in $(patsubst $(B)/%,%,$(BINARIES) $(TEMPLATES) $(SHARED) $(SCHEMAS) $(VERSION_FILE) $(PAGES)); do \
		mode=644; if test -x $(B)/$$file; then mode=755; fi; \
		$(INSTALL) -D -m $$mode $(B)/$$file "$(INTO)/$$file" || exit; \
	done
	$(INSTALL) -d "$(INTO)/share/man/man1" "$(INTO)/share/doc/fellesskap/pictures" "$(EXAMPLES)"
	$(INSTALL) -m 644 $(MANUALS) "$(INTO)/share/man/man1"
	$(INSTALL) -m 644 $(PICTURES) "$(INTO)/share/doc/fellesskap/pictures"
	tar -c plan meetings | tar -xm --no-same-owner -C "$(EXAMPLES)"
	chmod -R u=rwX,go=rX "$(EXAMPLES)"
	find "$(EXAMPLES)" -name '*.yaml' -exec sed -i '1s|=[./]*build/share/|=$(PREFIX)/share/|' {} +

uninstall:
	rm -rf "$(INTO)/share/fellesskap" "$(INTO)/share/doc/fellesskap"
	cd "$(INTO)" && rm -f $(COMMANDS:%=bin/%) $(COMMANDS:%=share/man/man1/%.1)

# --- what is handed out ---

NAME := fellesskap-$(VERSION)

# The last commit: the same bytes wherever they are packed.
.PHONY: dist package
dist:
	@mkdir -p $(B)
	git -c tar.umask=0022 archive --format=tar --prefix=$(NAME)/ HEAD | gzip -9n >$(B)/$(NAME).tar.gz

# A Debian package of it, for the release of Debian that this runs on.
package: dist
	rm -rf $(B)/package
	mkdir $(B)/package
	tar -xzf $(B)/$(NAME).tar.gz -C $(B)/package
	cd $(B)/package/$(NAME) && env -u MAKEFLAGS -u MFLAGS dpkg-buildpackage -us -uc -b
	cp $(B)/package/fellesskap_*.deb $(B)/fellesskap.deb
