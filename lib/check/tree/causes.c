// SPDX-License-Identifier: MIT

#include "check/tree/causes.h"

#include "base/path.h"

// Where a key must be for the rule to look at it.
enum reach {
    SAME_MAP,    // the map that contains the diagnostic, and those around it
    SAME_FILE,   // its file
    SAME_FOLDER, // in its folder, every file whose path ends in `files`
    BELOW,       // the same in each of the folders that it is in
    TREE,        // every file whose path begins with `files`
};

// Rows of the same rule are adjacent.
static const struct {
    enum rule rule;
    enum reach reach;
    const char *files;
    const char *keys; // with a space between
} needs[] = {
    // references
    {RULE_WHICH_PLAN, TREE, "plan/action-plan", "id år gjelder"},
    {RULE_UNKNOWN_BODY, TREE, "plan/organisation.yaml", "organer personer id"},
    {RULE_UNKNOWN_ACTION, TREE, "plan/", "områder mål tiltak nr"},
    {RULE_UNKNOWN_GOAL, TREE, "plan/", "områder mål nr"},
    {RULE_UNKNOWN_CASE, TREE, "plan/earlier-cases.yaml", "saker sak utvalg"},
    {RULE_UNKNOWN_CASE, TREE, "meetings/", "utvalg"},
    {RULE_UNKNOWN_GRANT, TREE, "plan/grant-", ""},
    {RULE_UNLINKED_REFERENCE, TREE, "plan/organisation.yaml", "organer id"},
    {RULE_ONE_WAY_REFERENCE, TREE, "plan/", "områder mål tiltak nr se"},
    {RULE_DECISION_NOT_SHOWN, TREE, "plan/", "områder mål tiltak vedtak vedtatt endringer sak"},
    {RULE_DECISION_NOT_SHOWN, TREE, "meetings/", "utvalg"},
    {RULE_NOT_DECIDED, TREE, "meetings/", "utfall type avstemning godkjenner protokoll avlyst"},
    {RULE_WAITS_FOR_DROPPED_ACTION, TREE, "plan/", "status"},
    {RULE_SEES_DROPPED_ACTION, TREE, "plan/", "status"},
    {RULE_UNKNOWN_REFERENCE, TREE, "plan/", "områder mål tiltak nr organer id"},

    // plan
    {RULE_YEAR_OUTSIDE_PERIOD, SAME_MAP, "", "år"},
    {RULE_TITLE_PERIOD, SAME_MAP, "", "år tittel"},
    {RULE_NO_OWNER, SAME_MAP, "", "ansvar samme-som"},
    {RULE_NUMBER_PARENT, SAME_MAP, "", "nr"},
    {RULE_NUMBER_ORDER, SAME_FILE, "", "områder mål tiltak nr"},
    {RULE_NUMBER_GAP, SAME_FILE, "", "områder mål tiltak nr"},
    {RULE_STATUS_AND_PROGRESS, SAME_MAP, "", "status fremdrift"},
    {RULE_STATUS_AND_YEARS, SAME_MAP, "", "status år"},
    {RULE_DONE_BEFORE_START, SAME_MAP, "", "status år"},
    {RULE_NOT_STARTED, SAME_MAP, "", "status år"},
    {RULE_DEADLINE_PASSED, SAME_MAP, "", "status frist utført"},

    // meeting
    {RULE_MEETING_FOLDER, SAME_FILE, "", "dato utvalg"},
    {RULE_AGENDA_ITEM, SAME_MAP, "", "sak pause tekst tittel minutter"},
    {RULE_AGENDA_TIME, SAME_FILE, "", "tid saksliste minutter pause kl"},
    {RULE_CHANGE_DATE, SAME_FILE, "", "dato utsendt"},
    {RULE_NO_EMAIL, TREE, "plan/organisation.yaml", "epost organer personer"},
    {RULE_STANDING_ITEM, SAME_FILE, "", "saksliste sak tekst tittel"},
    {RULE_SENT_LATE, SAME_FILE, "", "dato utsendt"},
    {RULE_FILE_NOT_READ, BELOW, "/meeting.yaml", "saksliste sak"},
    {RULE_FILE_NOT_READ, BELOW, ".md", "vedlegg fil"},
    {RULE_ITEM_WITHOUT_PAPER, SAME_MAP, "", "sak"},
    {RULE_PAPER_WITHOUT_ITEM, SAME_FOLDER, "/meeting.yaml", "saksliste sak"},
    {RULE_RESPONSIBLE_DIFFERS, SAME_FOLDER, "", "ansvarlig"},
    {RULE_NOBODY_RESPONSIBLE, SAME_MAP, "", "oppfølging hvem punkt"},
    {RULE_DEADLINE_NOT_DECIDED, SAME_MAP, "", "oppfølging frist punkt"},
    {RULE_FOLLOW_UP_DATE, SAME_FOLDER, "", "dato frist utført rapportert"},
    {RULE_CASE_NUMBER_YEAR, SAME_FOLDER, "", "dato sak"},
    {RULE_CASE_NUMBER_ORDER, TREE, "meetings/", "dato sak saksliste utvalg"},
    {RULE_CASE_NUMBER_GAP, TREE, "meetings/", "dato sak saksliste utvalg"},

    // minutes
    {RULE_NO_MINUTES, SAME_FILE, "", "protokoll"},
    {RULE_MEETING_NOT_HELD, SAME_FOLDER, "/meeting.yaml", "dato protokoll avlyst"},
    {RULE_ATTENDANCE, SAME_FILE, "",
     "protokoll til-stede forfall andre møteleder referent hvem vara"},
    {RULE_VOTE_COUNT, SAME_MAP, "", "avstemning for mot blanke inhabile"},
    {RULE_VOTE_COUNT, SAME_FOLDER, "/meeting.yaml", "protokoll til-stede forfall vara"},
    {RULE_VOTE_COUNT, TREE, "plan/organisation.yaml", "organer personer organ id"},
    {RULE_NO_OUTCOME, SAME_FILE, "", "utfall type"},
    {RULE_NO_OUTCOME, SAME_FOLDER, "/meeting.yaml", "protokoll"},
    {RULE_OUTCOME, SAME_FILE, "", "utfall type avstemning"},
    {RULE_APPROVAL, TREE, "meetings/", "godkjenner utfall"},

    // grant
    {RULE_OVER_FRAME, SAME_FILE, "", "ramme tildelinger beløp endringer endring"},
    {RULE_UNKNOWN_ALLOCATION, SAME_FILE, "", "tildelinger id"},
    {RULE_UNKNOWN_ALLOCATION, TREE, "plan/grant-", "tildelinger id"},
    {RULE_GRANT_CHANGE, SAME_MAP, "", "tildelinger beløp endring dato fra"},
    {RULE_CARRIED_OVER, TREE, "plan/grant-", "ramme tildelinger beløp endringer endring fra"},
    {RULE_REPORT_OVERDUE, SAME_MAP, "", "rapporteres rapport mottatt"},
    {RULE_AMOUNT_DIFFERS, TREE, "plan/grant-", "ramme tildelinger beløp endringer endring"},
    {RULE_UNKNOWN_AMOUNT, TREE, "plan/grant-", "ramme tildelinger beløp endringer endring"},
    {RULE_NO_REPORT_DATE, SAME_MAP, "", "rapporteres rapport"},
    {RULE_NO_ACTION, SAME_MAP, "", "tiltak"},
    {RULE_NO_ACCOUNT, SAME_FILE, "", "utbetalinger beløp"},
    {RULE_PAYS_FOR_DROPPED_ACTION, TREE, "plan/", "status"},
    {RULE_REGISTER_TIME, SAME_MAP, "", "fra til faser milepæler stoppunkter dato"},
    {RULE_REGISTER_STATE, SAME_MAP, "", "tilstand fra til dato"},
    {RULE_ADOPTION_PARTY, SAME_MAP, "", "parter hvem"},
    {RULE_DAY_OFF, SAME_MAP, "",
     "dato frist rapporteres utsendt protokoll avlyst vedtatt høringsfrist milepæler stoppunkter "
     "tilstand"},
    {RULE_YEAR_DUTY, SAME_MAP, "", "måned dato uke hvert fra til forberedelser dager-før"},
    {RULE_REGISTER_PERIOD, SAME_MAP, "", "verdier periode tertialer tertial"},
    {RULE_DEVIATION_TYPE, SAME_FILE, "", "arter id avvik art"},
    {RULE_ADOPTION_SUM, SAME_FILE, "", "avtaler parter tilslutninger hvem tilstand"},
    {RULE_UNKNOWN_PROJECT, TREE, "plan/grant-", "tildelinger prosjektnummer"},
    {RULE_UNKNOWN_COST_CENTRE, TREE, "plan/grant-", "tildelinger ansvarssted"},
    {RULE_OVER_ALLOCATION, TREE, "plan/grant-", "tildelinger beløp endringer endring"},
    {RULE_FRAME_ACCOUNT, TREE, "plan/grant-", "ramme mottatt tilbakebetalt beløp dato"},
    {RULE_OVER_BUDGET, TREE, "plan/grant-", "tildelinger beløp endringer endring budsjett bundet"},
    {RULE_EARLY_PAYMENT, TREE, "", "vedtatt dato"},
    {RULE_NO_PAYMENT, SAME_FILE, "", "tildelinger prosjektnummer utbetalinger"},
    {RULE_VAT_NOTE, TREE, "plan/grant-", "mva"},
};

static bool is_before(struct position a, struct position b) {
    return a.line != b.line ? a.line < b.line : a.column < b.column;
}

static bool has_word(const char *words, const char *word) {
    for (struct text rest = text_from(words); rest.data != NULL;)
        if (text_is(text_cut(&rest, ' '), word))
            return true;
    return false;
}

// Of a folder that is not read, "meetings/". The folder itself, given as a file, is not in it.
static bool is_in_unread_folder(const struct unread *unread, struct text path) {
    return text_ends_with(unread->file, TEXT("/")) && text_starts_with(path, unread->file) &&
           path.size > unread->file.size;
}

static bool is_below(struct text path, struct text folder) {
    return folder.size > 0 && text_starts_with(path, folder) && path.size > folder.size &&
           path.data[folder.size] == '/';
}

static bool reaches(size_t need, const struct unread *unread, const struct diagnostic *diagnostic) {
    bool same_file = text_equal(unread->file, diagnostic->file);
    if (needs[need].reach == TREE)
        return text_starts_with(unread->file, text_from(needs[need].files)) ||
               is_in_unread_folder(unread, text_from(needs[need].files));
    if (needs[need].reach == SAME_FOLDER)
        return text_ends_with(unread->file, text_from(needs[need].files)) &&
               text_equal(path_folder(unread->file), path_folder(diagnostic->file));
    if (needs[need].reach == BELOW)
        return text_ends_with(unread->file, text_from(needs[need].files)) &&
               is_below(diagnostic->file, path_folder(unread->file));
    if (needs[need].reach == SAME_FILE || !same_file)
        return same_file;
    return !is_before(diagnostic->at, unread->from) && is_before(diagnostic->at, unread->to);
}

bool is_consequence(const struct diagnostics *diagnostics, const struct diagnostic *diagnostic) {
    size_t need = 0, count = sizeof needs / sizeof *needs;
    while (need < count && needs[need].rule != diagnostic->rule)
        need++;
    for (size_t i = 0; i < diagnostics->unread_count; i++)
        if (diagnostic->rule == RULE_FILE_KIND &&
            is_in_unread_folder(&diagnostics->unread[i], diagnostic->file))
            return true;
    for (; need < count && needs[need].rule == diagnostic->rule; need++)
        for (size_t i = 0; i < diagnostics->unread_count; i++) {
            const struct unread *unread = &diagnostics->unread[i];
            if ((unread->key == NULL || has_word(needs[need].keys, unread->key)) &&
                reaches(need, unread, diagnostic))
                return true;
        }
    return false;
}
