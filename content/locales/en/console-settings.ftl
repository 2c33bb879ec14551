# The settings of a desk: what all their pages share.

settings = Settings
settings-back = Back to the inbox
settings-unread = The settings could not be read
settings-save = Save
settings-cancel = Cancel
settings-add = Add
settings-remove = Remove
settings-remove-named = Remove { $name }
settings-clear = Clear
settings-off = Off
settings-active = Active
settings-name = Name
settings-unsaved = Your changes are not saved
settings-unsaved-words = Leave now, and they are lost.
settings-discard = Leave without saving
settings-stay = Go on editing
settings-not-saved = Not saved. What you changed is still here.
settings-minutes = minutes
settings-hours = hours
settings-unit = { $field }: unit
settings-never = Never
settings-zone = Time zone

## Hours of a week, days off
# keys: settings-day-*
settings-day-mon = Mon
settings-day-tue = Tue
settings-day-wed = Wed
settings-day-thu = Thu
settings-day-fri = Fri
settings-day-sat = Sat
settings-day-sun = Sun
settings-week = Working hours
settings-week-copy = Monday’s hours for every weekday
settings-week-closed = A week needs some hours. Add them to a day.
settings-closed = Closed
settings-hours-from = { $day }: from
settings-hours-until = { $day }: until
settings-hours-add = { $day }: add hours
settings-hours-drop = { $day }: remove these hours
settings-hours-missing = Both times are needed.
settings-hours-order = The end comes after the start.
settings-hours-overlap = These hours overlap.
settings-days-off = Days off
settings-days-off-none = None yet.
settings-days-off-count = { $count ->
    [one] { $count } day off
   *[other] { $count } days off
}{ $past ->
    [0] {""}
   *[other] , { $past } of them past
}
settings-days-off-number = { $count ->
    [one] { $count } day off
   *[other] { $count } days off
}
settings-day-name = What it is
settings-day-first = First day
settings-day-last = Last day
settings-ical = From an iCal file
settings-ical-title = Days off in { $file }
settings-ical-found = { $count ->
    [0] No days off in it for this year or the next two.
    [one] { $count } day off was found.
   *[other] { $count } days off were found.
}{ $known ->
    [0] {""}
   *[other] {" "}{ $known } of them are here already.
}
settings-ical-take = { $count ->
    [0] Add none
   *[other] Add { $count }
}
