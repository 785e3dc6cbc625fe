# How this language writes dates, times and lists.

# The CLDR locale of dates and times: that of France, a clock of 24 hours.
formats = fr-FR-u-hc-h23
# CLDR's patterns of a date with its weekday and without (dateFormats “full” and “long”).
pattern-day = EEEE d MMMM y
# same as English
pattern-date = d MMMM y
# This language's own name.
autonym = Français

list-comma = { $left }, { $right }
list-and = { $left } et { $right }

time-range = { $start }–{ $end }
time-range-to-another-day = { $start } – { $end } le { $date }
# A city stands apart, since « de » would change with it: d’Amman, du Caire.
time-in-zone = { $time }, heure locale ({ $city }, { $offset })
time-at-offset = { $time } { $offset }
zone = heure locale ({ $city }, { $offset })
date-and-time = { $date } à { $time }
date-range = { $start } – { $end }
