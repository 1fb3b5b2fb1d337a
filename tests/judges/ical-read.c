// SPDX-License-Identifier: MIT
// ical-read < FILE.ics: what libical reads, a field a line, as ical-read.mjs prints it. Times in UTC.
// Exit status: 0 it was read, 1 it has a fault.

#include <libical/ical.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1 << 20 };

static void print_field(const char *name, const char *value) {
    printf("%s=", name);
    for (const char *at = value == NULL ? "" : value; *at != '\0'; at++)
        if (*at == '\n')
            fputs("\\n", stdout);
        else
            putchar(*at);
    putchar('\n');
}

static void print_time(const char *name, icalproperty *property) {
    if (property == NULL)
        return;
    struct icaltimetype time = icalproperty_get_datetime_with_component(
        property, icalproperty_get_parent(property));
    if (!time.is_date)
        time = icaltime_convert_to_zone(time, icaltimezone_get_utc_timezone());
    print_field(name, icaltime_as_ical_string(time));
}

static void print_parameter(const char *name, icalproperty *property, icalparameter_kind kind) {
    icalparameter *parameter = icalproperty_get_first_parameter(property, kind);
    if (parameter == NULL)
        return;
    if (kind == ICAL_CN_PARAMETER) {
        print_field(name, icalparameter_get_cn(parameter));
        return;
    }
    const char *text = icalparameter_as_ical_string(parameter);
    const char *equals = strchr(text, '=');
    print_field(name, equals == NULL ? text : equals + 1);
}

static void print_person(const char *name, icalproperty *property) {
    print_field(name, icalproperty_get_value_as_string(property));
    print_parameter("  CN", property, ICAL_CN_PARAMETER);
    print_parameter("  CUTYPE", property, ICAL_CUTYPE_PARAMETER);
    print_parameter("  ROLE", property, ICAL_ROLE_PARAMETER);
    print_parameter("  PARTSTAT", property, ICAL_PARTSTAT_PARAMETER);
    print_parameter("  RSVP", property, ICAL_RSVP_PARAMETER);
}

static const char *text_of(icalproperty *property) {
    icalvalue *value = icalproperty_get_value(property);
    icalvalue_kind kind = icalvalue_isa(value);
    return kind == ICAL_TEXT_VALUE ? icalvalue_get_text(value)
                                   : icalproperty_get_value_as_string(property);
}

static void print_texts(icalcomponent *component) {
    static const icalproperty_kind kinds[] = {
        ICAL_UID_PROPERTY,      ICAL_SEQUENCE_PROPERTY, ICAL_STATUS_PROPERTY,
        ICAL_SUMMARY_PROPERTY,  ICAL_LOCATION_PROPERTY, ICAL_DESCRIPTION_PROPERTY,
        ICAL_RELATEDTO_PROPERTY, ICAL_URL_PROPERTY,
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        icalproperty *property = icalcomponent_get_first_property(component, kinds[i]);
        if (property != NULL)
            print_field(icalproperty_kind_to_string(kinds[i]), text_of(property));
    }
}

static void print_day(icalcomponent *component, struct icaltime_span *span, void *unused) {
    char text[32];
    (void)component;
    (void)unused;
    strftime(text, sizeof text, "%Y%m%d", gmtime(&span->start));
    print_field("OCCURS", text);
}

// Every day of what recurs.
static void print_days(icalcomponent *component) {
    if (icalcomponent_get_first_property(component, ICAL_RRULE_PROPERTY) == NULL)
        return;
    icalcomponent_foreach_recurrence(component, icaltime_from_string("19000101"),
                                     icaltime_from_string("22010101"), print_day, NULL);
}

static void print_component(icalcomponent *component) {
    printf("[%s]\n", icalcomponent_kind_to_string(icalcomponent_isa(component)));
    print_time("DTSTAMP", icalcomponent_get_first_property(component, ICAL_DTSTAMP_PROPERTY));
    print_time("DTSTART", icalcomponent_get_first_property(component, ICAL_DTSTART_PROPERTY));
    print_time("DTEND", icalcomponent_get_first_property(component, ICAL_DTEND_PROPERTY));
    print_time("DUE", icalcomponent_get_first_property(component, ICAL_DUE_PROPERTY));
    print_days(component);
    print_texts(component);
    static const icalproperty_kind people[] = {ICAL_ORGANIZER_PROPERTY, ICAL_ATTENDEE_PROPERTY};
    for (size_t i = 0; i < 2; i++)
        for (icalproperty *person = icalcomponent_get_first_property(component, people[i]);
             person != NULL; person = icalcomponent_get_next_property(component, people[i]))
            print_person(icalproperty_kind_to_string(people[i]), person);
}

int main(void) {
    static char text[MOST_BYTES];
    size_t size = fread(text, 1, sizeof text - 1, stdin);
    text[size] = '\0';
    icalcomponent *calendar = icalparser_parse_string(text);
    if (calendar == NULL || icalcomponent_count_errors(calendar) > 0 ||
        !icalrestriction_check(calendar)) {
        fprintf(stderr, "libical: %s\n",
                calendar == NULL ? "no calendar" : icalcomponent_as_ical_string(calendar));
        return 1;
    }
    icalproperty *method = icalcomponent_get_first_property(calendar, ICAL_METHOD_PROPERTY);
    if (method != NULL)
        print_field("METHOD", icalproperty_get_value_as_string(method));
    for (icalcomponent *inner = icalcomponent_get_first_component(calendar, ICAL_ANY_COMPONENT);
         inner != NULL; inner = icalcomponent_get_next_component(calendar, ICAL_ANY_COMPONENT))
        if (icalcomponent_isa(inner) != ICAL_VTIMEZONE_COMPONENT)
            print_component(inner);
    icalcomponent_free(calendar);
    return 0;
}
