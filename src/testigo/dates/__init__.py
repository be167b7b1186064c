"""Dates as far as they are known: Extended Date/Time Format (ISO 8601-2, levels 0 to 2 in part).

- edtf.py: the values; parse, print, the days they may mean, comparing.
- counting.py: values from days; parts of months; weekdays and months against an anchor.
- wording.py: values in plain English words, and back.
"""

from testigo.dates.counting import Direction as Direction
from testigo.dates.counting import away as away
from testigo.dates.counting import day_near as day_near
from testigo.dates.counting import day_of_month as day_of_month
from testigo.dates.counting import month_near as month_near
from testigo.dates.counting import of_day as of_day
from testigo.dates.counting import of_days as of_days
from testigo.dates.counting import of_month as of_month
from testigo.dates.counting import part_of as part_of
from testigo.dates.counting import shift as shift
from testigo.dates.counting import since as since
from testigo.dates.counting import until as until
from testigo.dates.counting import week as week
from testigo.dates.counting import weekday as weekday
from testigo.dates.edtf import Date as Date
from testigo.dates.edtf import Day as Day
from testigo.dates.edtf import Edtf as Edtf
from testigo.dates.edtf import End as End
from testigo.dates.edtf import Interval as Interval
from testigo.dates.edtf import before as before
from testigo.dates.edtf import contains as contains
from testigo.dates.edtf import first_day as first_day
from testigo.dates.edtf import granularity as granularity
from testigo.dates.edtf import is_valid as is_valid
from testigo.dates.edtf import last_day as last_day
from testigo.dates.edtf import overlaps as overlaps
from testigo.dates.edtf import parse as parse
from testigo.dates.wording import from_words as from_words
from testigo.dates.wording import in_words as in_words
