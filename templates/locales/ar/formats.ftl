# How this language writes dates, times and lists.

# The CLDR locale of dates and times: Latin digits, a clock of 24 hours.
formats = ar-u-hc-h23-nu-latn
# CLDR's patterns of a date with its weekday and without (dateFormats “full” and “long”).
pattern-day = EEEE، d MMMM y
# same as English
pattern-date = d MMMM y
# This language's own name.
autonym = العربية

list-comma = { $left }، { $right }
list-and = { $left } و{ $right }

time-range = { $start }–{ $end }
time-range-to-another-day = { $start } إلى { $end } من يوم { $date }
time-in-zone = { $time } بتوقيت { $city } ({ $offset })
time-at-offset = { $time } { $offset }
zone = توقيت { $city } ({ $offset })
date-and-time = { $date }، الساعة { $time }
date-range = { $start } – { $end }
