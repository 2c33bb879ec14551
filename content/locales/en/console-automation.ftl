# What rules, tags and snoozing did, in a ticket's history.

# keys: console-automation-*
console-automation-done = Rule “{ $name }”: { $deeds }
console-automation-nothing = Rule “{ $name }”: nothing to change
console-automation-refused = Rule “{ $name }” did nothing: an action was not possible
console-automation-limited =
    { $why ->
        [own_effect] Rule “{ $name }” did nothing: this was its own doing
        [too_deep] Rule “{ $name }” did nothing: too many rules led to this
        [ticket_limit] Rule “{ $name }” did nothing: too many rules ran on this ticket within an hour
       *[rule_limit] Rule “{ $name }” ran too often and was switched off
    }
console-automation-deed-set_priority = priority set
console-automation-deed-move_queue = moved to another queue
console-automation-deed-assign = assignee changed
console-automation-deed-tag = tagged
console-automation-deed-untag = untagged
console-automation-deed-macro = customer written to
console-automation-deed-note = note written
console-automation-deed-notify = staff notified
console-automation-deed-end = ended with a message
console-automation-deed-snooze = snoozed
console-automation-notified =
    { $whom ->
        [assignee] Notice for the assignee
        [queue] Notice for the queue
       *[leads] Notice for the leads
    }{ $said ->
        [yes] : { $words }
       *[no] { "" }
    }
console-event-tagged =
    { $who }, tags:{ $added ->
        [none] { "" }
       *[some] { " " }+ { $tags }
    }{ $removed ->
        [none] { "" }
       *[some] { " " }− { $gone }
    }
console-event-snoozed = { $who } snoozed the ticket
console-event-woken =
    { $reason ->
        [customer] Awake: the customer wrote
        [time] Awake: the time is over
        [end] Awake: the ticket ended
       *[hand] { $who } brought the ticket back
    }
