# SPDX-License-Identifier: MIT
# Every document of plan/ and meetings/: each is one rule, and an example of how to use its command.

BIN := $(B)/bin
MEETINGS := $(patsubst meetings/%/meeting.yaml,%,$(wildcard meetings/*/meeting.yaml))
GRANTS := $(patsubst plan/%.yaml,%,$(filter-out %-payments.yaml,$(wildcard plan/grant-*.yaml)))
# Where something is exempt from publicity there is a packet for the members too. It lies in a tree of
# its own: what is published from build/plan and build/meetings never holds it.
EXEMPT := $(filter $(MEETINGS),$(patsubst meetings/%/,%,$(sort $(dir $(shell grep -rlsE \
	--include='*.md' --include=meeting.yaml "unntatt['\"]?[[:space:]]*:" meetings)))))
# Minutes are made of the meetings that have been held, which is to say have them.
HELD := $(filter $(MEETINGS),$(patsubst meetings/%/meeting.yaml,%,$(sort $(shell grep -rls \
	--include=meeting.yaml '^protokoll:' meetings))))
PAPERS := $(wildcard meetings/*/*.md)
PLANS := $(wildcard plan/*.yaml)

MADE_OF_PLAN := $(addprefix $(B)/plan/action-plan.,md html xlsx svg json pdf docx)
MADE_OF_GRANTS := $(foreach grant,$(GRANTS),$(addprefix $(B)/plan/$(grant),$(addprefix .,md html xlsx json 360giving.json csv pdf docx) \
	$(addprefix -report.,md html json pdf docx)))
MADE_OF_MEETINGS := $(foreach meeting,$(MEETINGS),$(foreach kind,notice packet, \
	$(addprefix $(B)/meetings/$(meeting)/$(kind).,md html json pdf docx)) \
	$(addprefix $(B)/meetings/$(meeting)/,notice.ics packet.einnsyn))
MADE_OF_HELD := $(foreach meeting,$(HELD),$(addprefix $(B)/meetings/$(meeting)/minutes.,md html json pdf docx))
MADE_OF_ALL := $(if $(HELD),$(addprefix $(B)/meetings/decisions.,md html xlsx ics json pdf docx))
MADE_FOR_MEMBERS := $(foreach meeting,$(EXEMPT), \
	$(addprefix $(B)/members/meetings/$(meeting)/packet.,md html json pdf docx)) \
	$(foreach meeting,$(filter $(HELD),$(EXEMPT)), \
	$(addprefix $(B)/members/meetings/$(meeting)/minutes.,md html json pdf docx))

DOCUMENTS := $(MADE_OF_PLAN) $(MADE_OF_GRANTS) $(MADE_OF_MEETINGS) $(MADE_OF_HELD) $(MADE_OF_ALL) $(MADE_FOR_MEMBERS)

# What tools/anything-new goes by: when this build began, and when it was done.
$(shell mkdir -p $(B) && touch $(B)/begun.new)
documents: $(DOCUMENTS)
	@if [ -e $(B)/begun.new ]; then mv $(B)/begun.new $(B)/begun; fi
	@touch $(B)/done

# A command that finds a fault leaves the old document as it was, and so does make.
.PRECIOUS: $(DOCUMENTS)

$(addprefix $(B)/plan/action-plan.,md html xlsx svg json) &: plan/action-plan.yaml \
		plan/organisation.yaml $(wildcard plan/earlier-cases.yaml) $(B)/cases $(B)/programs
	@mkdir -p $(@D)
	$(BIN)/plan-matrix $(addprefix -o $(B)/plan/action-plan.,md html xlsx svg json)

define grant_rule
$(addprefix $(B)/plan/$1.,md html xlsx json 360giving.json csv) &: plan/$1.yaml \
		$(wildcard plan/*.csv) $(filter-out plan/grant-%,$(PLANS)) $(B)/cases $(B)/programs
	@mkdir -p $$(@D)
	$(BIN)/grant-sheet $(addprefix -o $(B)/plan/$1.,md html xlsx json 360giving.json csv) plan/$1.yaml

$(addprefix $(B)/plan/$1-report.,md html json) &: plan/$1.yaml $(wildcard plan/*.csv) \
		$(filter-out plan/grant-%,$(PLANS)) $(B)/cases $(B)/programs
	@mkdir -p $$(@D)
	$(BIN)/grant-sheet --report $(addprefix -o $(B)/plan/$1-report.,md html json) plan/$1.yaml
endef
$(foreach grant,$(GRANTS),$(eval $(call grant_rule,$(grant))))

define meeting_rules
$(addprefix $(B)/meetings/$1/notice.,md html json ics) &: meetings/$1/meeting.yaml $(PLANS) \
		$(B)/cases $(B)/programs
	@mkdir -p $$(@D)
	$(BIN)/meeting-notice $(addprefix -o $(B)/meetings/$1/notice.,md html json ics) meetings/$1

$(addprefix $(B)/meetings/$1/packet.,md html json) &: meetings/$1/meeting.yaml $(PLANS) \
		$(B)/cases $(wildcard meetings/$1/*.md) $(B)/programs
	@mkdir -p $$(@D)
	$(BIN)/meeting-packet $(addprefix -o $(B)/meetings/$1/packet.,md html json) meetings/$1

# By itself: what eInnsyn would refuse is no reason to hold the papers back.
$(B)/meetings/$1/packet.einnsyn: meetings/$1/meeting.yaml $(PLANS) $(B)/cases $(wildcard meetings/$1/*.md) \
		$(B)/programs
	@mkdir -p $$(@D)
	$(BIN)/meeting-packet -o $$@ meetings/$1
endef
$(foreach meeting,$(MEETINGS),$(eval $(call meeting_rules,$(meeting))))

# A later meeting approves them: what stands in front of its papers is in $(B)/cases.
define minutes_rule
$(addprefix $(B)/$2meetings/$1/minutes.,md html json) &: meetings/$1/meeting.yaml $(PLANS) \
		$(B)/cases $(wildcard meetings/$1/*.md) $(B)/programs
	@mkdir -p $$(@D)
	$(BIN)/meeting-minutes --show-changes $3 \
		$(addprefix -o $(B)/$2meetings/$1/minutes.,md html json) meetings/$1
endef
$(foreach meeting,$(HELD),$(eval $(call minutes_rule,$(meeting),,)))
$(foreach meeting,$(filter $(HELD),$(EXEMPT)),$(eval $(call minutes_rule,$(meeting),members/,--audience members)))

# The register reads every meeting.
$(addprefix $(B)/meetings/decisions.,md html xlsx ics json) &: $(wildcard meetings/*/meeting.yaml) \
		$(PAPERS) $(PLANS) $(B)/programs
	@mkdir -p $(@D)
	$(BIN)/decision-list $(addprefix -o $(B)/meetings/decisions.,md html xlsx ics json)

define members_rule
$(addprefix $(B)/members/meetings/$1/packet.,md html json) &: meetings/$1/meeting.yaml $(PLANS) \
		$(B)/cases $(wildcard meetings/$1/*.md) $(B)/programs
	@mkdir -p $$(@D)
	$(BIN)/meeting-packet --audience members \
		$(addprefix -o $(B)/members/meetings/$1/packet.,md html json) meetings/$1
endef
$(foreach meeting,$(EXEMPT),$(eval $(call members_rule,$(meeting))))

# What stands in front of every case paper: other documents show a case's title and check its
# number. It only becomes newer when one of these changes, not with every word of a paper.
$(B)/cases: $(B)/cases.looked-at
	@:
$(B)/cases.looked-at: $(PAPERS)
	@mkdir -p $(@D)
	@touch $@
	@tools/front-matters $(B)/cases meetings

# A PDF has no use for the page's links to other documents; a DOCX opens in Word.
CONVERT := $(B)/share/fellesskap/convert
$(filter %.pdf,$(DOCUMENTS)): %.pdf: %.html
	$(CONVERT)/html-to-pdf -- $< $@

$(filter %.docx,$(DOCUMENTS)): %.docx: %.md
	$(CONVERT)/markdown-to-docx -- $< $@
