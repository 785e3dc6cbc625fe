# How this language writes dates, times and lists.

# The CLDR locale of dates and times: a clock of 24 hours.
formats = ka-u-hc-h23
# CLDR's patterns of a date with its weekday and without (dateFormats “full” and “long”).
pattern-day = EEEE, d MMMM, y
pattern-date = d MMMM, y
# This language's own name.
autonym = ქართული

list-comma = { $left }, { $right }
list-and = { $left } და { $right }

time-range = { $start }–{ $end }
time-range-to-another-day = { $start } – { $date }, { $end }
# The city stands in the nominative, as CLDR gives it: nothing may be attached to it.
time-in-zone = { $time } ({ $city }, { $offset })
time-at-offset = { $time } { $offset }
zone = { $city } ({ $offset })
date-and-time = { $date }, { $time }
date-range = { $start } – { $end }
