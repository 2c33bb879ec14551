# Settings: service levels.

settings-sla = Service levels
settings-sla-lead = What you promise your customers, the hours in which it counts, and what happens as time runs out. Open tickets follow every change within seconds.
settings-promises = Promises
settings-promises-hint = How long each queue may take. A priority can have its own.
settings-promise-none = No promise
settings-promise-same = As above
settings-promise-own = { $queue }: a promise for one priority
settings-promise-own-which = For which priority?
settings-promise-drop = No longer promise this
settings-always = Round the clock
settings-target = Time
# keys: settings-target-*
settings-target-first-reply = From the customer’s first words to the first answer of a person.
settings-target-next-reply = From the oldest unanswered words to the next answer.
settings-target-resolution = From the request to its end.
settings-calendar = Runs during
settings-calendar-hint = Outside these hours the clock stands still.
settings-warn = Warn
settings-warn-hint = Steps for “time is nearly up” are taken then.
settings-warn-at = when { $share } % of the time is gone
settings-pause = Stand still while the customer is asked
settings-pause-hint = The clock goes on when they answer.
settings-reopened = Another time for reopened tickets
settings-reopened-hint = Somebody who has to come back should wait less.
settings-calendars = Calendars
settings-calendars-hint = Working hours and days off, in their own time zone.
settings-calendars-none = No calendar yet: every promise runs round the clock.
settings-calendar-new = New calendar
settings-escalation = Escalation
settings-escalation-hint = What happens by itself. Steps are taken from top to bottom, each once for a promise.
settings-escalation-none = Nothing happens by itself yet. Add a step, for example: tell the leads when a promise is broken.
settings-step = Step
settings-step-new = New step
settings-moment = When
# keys: settings-moment-*
settings-moment-start = The queue gets a ticket
settings-moment-warn = Time is nearly up
settings-moment-breach = The promise is broken
settings-any-queue = Any queue
settings-any-metric = Any promise
settings-metric = Promise
settings-do = What happens
# keys: settings-do-*
settings-do-notify = Tell people
settings-do-raise-priority = Raise the priority
settings-do-move-queue = Move to another queue
settings-do-page-on-call = Call whoever is on call
settings-whom = Whom
# keys: settings-whom-*
settings-whom-assignee = The assignee
settings-whom-queue = Everybody of the queue
settings-whom-leads = The leads
# keys: settings-notify-*
settings-notify-assignee = Tell the assignee
settings-notify-queue = Tell everybody of the queue
settings-notify-leads = Tell the leads
settings-priority = To
settings-raise-hint = A ticket that is more pressing already stays so.
settings-raise-to = Raise the priority: { $priority }
settings-move-to = Move to { $queue }
