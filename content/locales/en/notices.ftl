# What the bot tells the people who work here of tickets that need them; what they want to be told.

# keys: notice-*
notice-sla-start =
    🚨 № { $id } · { $queue }: somebody is needed now
notice-sla-warn =
    ⏳ № { $id } · { $queue }: { $metric ->
        [first_reply] first reply
        [next_reply] reply
       *[resolution] solution
    }{ $day ->
        [today] { " " }due by { $time }
        [tomorrow] { " " }due tomorrow by { $time }
        [later] { " " }due by { $time } on { $date }
       *[none] { "" }
    }
notice-sla-breach =
    🔴 № { $id } · { $queue }: { $metric ->
        [first_reply] the first reply is late
        [next_reply] a reply is late
       *[resolution] the solution is late
    }
notice-rule = 🔔 № { $id } · { $queue }: { $words }
notice-look = please have a look
notice-more = … and { $count } more
notice-open = Open № { $id }

console-notices = Messages from the bot
console-notices-all = Everything that needs me
console-notices-urgent = Only what cannot wait
console-notices-none = Nothing
console-notices-failed = Your choice was not saved
