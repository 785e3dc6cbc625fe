/* Reads calendar objects with libical, which knows the restrictions of RFC 5546 for each METHOD.
 *
 * usage: libical_check FILE START/END[,START/END...] [FILE ...]
 *
 * START and END are the instants of each entry in UTC, as 20221125T130000Z.
 * Build: cc libical_check.c -lical -o libical_check
 */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int failed;

static void fault(const char *path, const char *what)
{
    fprintf(stderr, "%s: libical: %s\n", path, what);
    failed = 1;
}

static char *contents(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        exit(2);
    }
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *text = calloc((size_t)size + 1, 1);
    if (!text || fread(text, 1, (size_t)size, file) != (size_t)size) {
        perror(path);
        exit(2);
    }
    fclose(file);
    return text;
}

/* The instant of a time, by the definition of its zone in the object itself. */
static time_t instant(icalcomponent *calendar, icalcomponent *event, icalproperty_kind kind)
{
    icalproperty *property = icalcomponent_get_first_property(event, kind);
    if (!property) {
        return -1;
    }
    icaltimetype time = icalvalue_get_datetime(icalproperty_get_value(property));
    icalparameter *tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
    icaltimezone *zone = icaltimezone_get_utc_timezone();
    if (tzid) {
        zone = icalcomponent_get_timezone(calendar, icalparameter_get_tzid(tzid));
        if (!zone) {
            return -1;
        }
    }
    return icaltime_as_timet_with_zone(time, zone);
}

static void check_event(const char *path, icalcomponent *calendar, icalcomponent *event,
                        const char *expectation)
{
    char span[64], start[32], end[32];
    time_t starts = instant(calendar, event, ICAL_DTSTART_PROPERTY);
    time_t ends = instant(calendar, event, ICAL_DTEND_PROPERTY);
    strftime(start, sizeof start, "%Y%m%dT%H%M%SZ", gmtime(&starts));
    strftime(end, sizeof end, "%Y%m%dT%H%M%SZ", gmtime(&ends));
    snprintf(span, sizeof span, "%s/%s", start, end);
    if (!strstr(expectation, span)) {
        char what[256];
        snprintf(what, sizeof what, "reads %s, not %.120s", span, expectation);
        fault(path, what);
    }
}

static void check(const char *path, const char *expectation)
{
    char *text = contents(path);
    icalcomponent *calendar = icalparser_parse_string(text);
    if (!calendar) {
        fault(path, "cannot read it");
        free(text);
        return;
    }
    if (!icalrestriction_check(calendar)) {
        fault(path, "it breaks a restriction of RFC 5546");
    }
    char *read = icalcomponent_as_ical_string_r(calendar);
    if (icalcomponent_count_errors(calendar) > 0 || strstr(read, "X-LIC-ERROR")) {
        fault(path, read);
    }
    int expected = 1, found = 0;
    for (const char *comma = expectation; (comma = strchr(comma, ',')); comma++) {
        expected++;
    }
    for (icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
         event;
         event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        check_event(path, calendar, event, expectation);
        found++;
    }
    if (found != expected) {
        fault(path, "it has more or fewer entries than expected");
    }
    free(read);
    icalcomponent_free(calendar);
    free(text);
}

int main(int count, char **arguments)
{
    if (count < 3 || count % 2 == 0) {
        fprintf(stderr, "usage: libical_check FILE START/END[,START/END...] [FILE ...]\n");
        return 2;
    }
    for (int at = 1; at < count; at += 2) {
        check(arguments[at], arguments[at + 1]);
    }
    return failed;
}
