# Settings: automation.

settings-automation = Automation
automation-lead = What the desk does by itself: when something happens, and something holds, it acts.
automation-rules = Rules
automation-rules-hint = From top to bottom: each sees what those above it did.
automation-none = No rule yet. Write one: it is off until you switch it on.
automation-rule = Rule
automation-new = New rule
automation-today = { $count } today
automation-state-paused = Switched off: too often
automation-paused = The desk switched this rule off because it ran too often. Look at its runs before you switch it on again.
automation-active = Switched on
automation-active-hint = It serves what happens from now on, never what is past.
automation-saved = Saved. The new version is in force.
automation-saved-off = Saved. The rule is off: try it, then switch it on.
automation-delete = Delete
automation-delete-sure = Delete for good
automation-versions-hint = Choose one to go on from it.
automation-when = When
# keys: automation-on-*
automation-on-created = A ticket is opened
automation-on-message-in = The customer writes again
automation-on-message-out = An agent answers
automation-on-status-changed = The status changes
automation-on-clarification-asked = A question is asked
automation-on-sla = A promise is near its end, or missed
automation-on-rated = A rating is given
automation-on-time-since = So much time has passed
# keys: automation-status-*
automation-status-from = From status
automation-status-to = To status
automation-sla = What happens
# keys: automation-sla-*
automation-sla-warn = Near its end
automation-sla-breach = Missed
automation-metric = Promise
# keys: automation-metric-*
automation-metric-any = any promise
automation-metric-first-reply = first reply
automation-metric-next-reply = next reply
automation-metric-resolution = resolution
automation-rated = Rated { $least } to { $most }
# keys: automation-score-*
automation-score-at-least = Lowest score
automation-score-at-most = Highest score
automation-since = { $time } since { $moment }
automation-time = How long
automation-moment = Since
# keys: automation-moment-*
automation-moment-created = it was opened
automation-moment-customer-message = the customer’s last words
automation-moment-agent-reply = the last answer
automation-moment-resolved = it was solved
automation-moment-clarification = the question was asked
automation-moment-waiting = the customer began to wait
# keys: automation-a*
automation-all = If all of this holds
automation-any = And one of these
automation-condition-add = Add a condition
automation-what = What
automation-choose = Choose
automation-is = How it is compared
automation-is-one = is one of
automation-is-none = is none of
automation-is-not = { $name } not: { $values }
# keys: automation-field-*
automation-field-topic = Topic
automation-field-queue = Queue
automation-field-priority = Priority
automation-field-status = Status
automation-field-language = Language
automation-field-tag = Tags
automation-field-words = Words in the message
automation-field-vip = VIP
automation-field-assignee = Assignee
automation-field-business-hours = Working hours
automation-field-messages = Messages of the customer
automation-field-waiting = Waiting
automation-words-hint = Enter after each. Case and accents do not matter.
automation-tags-hint = Enter after each.
# keys: automation-assignee-*
automation-assignee-none = Nobody is assigned
automation-assignee-present = Somebody is assigned
automation-hours = When
automation-hours-inside = within working hours
automation-hours-outside = outside working hours
automation-hours-in = Within working hours of { $calendar }
automation-hours-out = Outside working hours of { $calendar }
automation-calendar = Calendar
automation-messages = { $least } to { $most } messages of the customer
automation-messages-least = { $least } or more messages of the customer
# keys: automation-count-*
automation-count-at-least = At least
automation-count-at-most = At most
automation-waiting = Waiting for { $time } or longer
automation-waits = Waiting at least
automation-then = Then
automation-deed-add = Add an action
automation-deed = What to do
# keys: automation-do-*
automation-do-set-priority = Set the priority
automation-do-move-queue = Move to a queue
automation-do-assign = Assign
automation-do-tag = Add tags
automation-do-untag = Take tags off
automation-do-macro = Write with a macro
automation-do-note = Write a note
automation-do-notify = Notify
automation-do-end = End with a macro
automation-do-snooze = Snooze
automation-macro = Macro
automation-end = How it ends
# keys: automation-end-*
automation-end-resolve = Resolve
automation-end-close = Close
automation-whom = Whom
# keys: automation-whom-*
automation-whom-assignee = the assignee
automation-whom-queue = the queue
automation-whom-leads = the leads
automation-notice = What they read
automation-trial = Try it on the past
automation-trial-hint = What this rule would have done with the newest 200 tickets. Nothing happens to them.
automation-trial-go = Try
automation-trial-failed = It could not be tried
automation-trial-stale = The rule has changed since. Try it again.
automation-trial-sum = { $times } times in { $tickets } of { $looked } tickets
automation-trial-storm = { $count } within a minute: the desk would switch it off.
automation-trial-part = Not all tickets were looked at: time was up, or there are more.
automation-trial-unknown = What the past does not say: { $what }.
# keys: automation-unknown-*
automation-unknown-vip = who was a VIP then
automation-unknown-calendar = the calendars of then
automation-unknown-words = words before they were edited
automation-unknown-queue = the queue of older tickets
automation-unknown-people = what people would have done after it
automation-unknown-others = what other rules would have done after it
# keys: automation-outcome-*
automation-outcome-nothing = nothing to change
automation-outcome-refused = an action was not possible
automation-runs = What rules did
automation-runs-hint = Newest first. Each is also told on its ticket.
automation-runs-none = Nothing yet.
automation-runs-more = Show earlier ones
