# How this language writes dates, times and lists.

# The CLDR locale of dates and times: a clock of 24 hours.
formats = ru-u-hc-h23
# CLDR's patterns of a date with its weekday and without (dateFormats “full” and “long”).
pattern-day = EEEE, d MMMM y 'г'.
pattern-date = d MMMM y 'г'.
# This language's own name.
autonym = Русский

list-comma = { $left }, { $right }
list-and = { $left } и { $right }

# Weekdays, cities and zones stand in the nominative, so nothing around them may ask for another case.
time-range = { $start }–{ $end }
time-range-to-another-day = { $start } — { $end } ({ $date })
time-in-zone = { $time } ({ $city }, { $offset })
time-at-offset = { $time } { $offset }
zone = { $city }, { $offset }
date-and-time = { $date } в { $time }
date-range = { $start } — { $end }
