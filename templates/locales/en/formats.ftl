# How this language writes dates, times and lists.

# The CLDR locale of dates and times: British order of a date, a clock of 24 hours.
formats = en-GB-u-hc-h23
# CLDR's patterns of a date with its weekday and without (dateFormats “full” and “long”).
pattern-day = EEEE, d MMMM y
pattern-date = d MMMM y
# This language's own name.
autonym = English

list-comma = { $left }, { $right }
list-and = { $left } and { $right }

time-range = { $start }–{ $end }
time-range-to-another-day = { $start } to { $end } on { $date }
time-in-zone = { $time } { $city } time ({ $offset })
time-at-offset = { $time } { $offset }
zone = { $city } time ({ $offset })
date-and-time = { $date }, { $time }
date-range = { $start } – { $end }
