# What the API answers to changes of settings that it refuses.

error-sla-policy-invalid = { $field }: { $problem }. Correct it and save again.
error-sla-calendar-invalid = { $field }: { $problem }. Correct it and save again.
error-sla-calendar-unknown = There is no calendar { $calendar }. Choose one that exists.
error-sla-escalation-invalid = { $field }: { $problem }. Correct it and save again.
error-sla-escalation-unknown = This step is no longer there. Read the list again.
error-ical-unreadable = This is no calendar file. Choose an iCal file: its name ends in .ics.
error-ical-too-long = There are more than { $holidays } days in this file, or a day that repeats without end ({ $steps } steps were tried). Choose a smaller file.
error-macro-tone = { $language }: your desk demands good tone. Follow the advice ({ $advice }) and save again.
