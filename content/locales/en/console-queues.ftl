# Settings: queues and routing.

settings-queues = Queues and routing
settings-queues-lead = How a request finds its queue, and a ticket its agent.
settings-queues-part = Queues
settings-queues-hint = How each queue hands out its tickets, and when it takes one back.
settings-queues-none = There is no queue yet. The command “seed” adds the usual ones.
settings-way = Who gets a ticket
# keys: settings-way-*
settings-way-pull = Agents take the next one
settings-way-round-robin = In turn
settings-way-least-loaded = Whoever has the fewest
settings-way-hint-pull = Nothing is handed out: agents ask for the next ticket.
settings-way-hint-round-robin = Whoever has waited longest for a ticket gets the next one.
settings-way-hint-least-loaded = Whoever has the fewest open tickets gets the next one.
settings-silent = Take it back from a silent assignee
settings-silent-hint = When the customer has waited this long for an answer.
settings-silent-after = back after { $time } of silence
settings-offline = Take it back from an absent assignee
settings-offline-hint = When the assignee has been offline this long.
settings-offline-after = back after { $time } offline
settings-rules = Routing rules
settings-rules-hint = From top to bottom: the first rule that fits decides. What no rule names goes to its topic’s queue.
settings-rules-none = No rule yet: every request goes to its topic’s queue.
settings-rule = Rule
settings-rule-new = New rule
settings-rule-up = Rule { $number }: move up
settings-rule-down = Rule { $number }: move down
settings-rule-always = Every request
settings-or = or
# keys: settings-when-*
settings-when-any = Any
settings-when-topics = Topics
settings-when-reasons = Urgent words about
settings-when-priorities = Priorities
settings-when-languages = Languages
settings-when-regions = Customers’ time zones
# keys: settings-vip-*
settings-vip-any = Everybody
settings-vip-only = Only VIP
settings-vip-not = Not VIP
settings-to-queue = Goes to
settings-to-usual = Its topic’s queue
settings-to-priority = Priority
settings-to-unchanged = As it is
settings-to-needed = A rule names a queue, a priority, or both.
# keys: settings-reason-*
settings-reason-hacked = a stolen account
settings-reason-fraud = fraud
settings-reason-card-blocked = a blocked card
settings-reason-payment-failed = a failed payment
settings-reason-kyc = an identity check
settings-reason-security = security
settings-reason-asked-for-person = asking for a person
settings-people = People
settings-people-hint = What each of your colleagues takes on.
settings-serves = Queues
settings-serves-hint = The next ticket comes from these.
settings-serves-all = All queues
settings-speaks = Languages
settings-speaks-hint = Tickets in other languages go to somebody who speaks them, if anybody does.
settings-speaks-all = Any language
settings-capacity = Open tickets at once
settings-capacity-hint = Nobody is given more than this.
settings-shifts = Works in shifts
settings-shifts-hint = Outside their shifts nothing is given to them.
