# Messages around a ticket: what a person or the desk tells its customer.

agent-reply =
    { $agent }:
    { $text }
clarification-asked =
    We need: { $need }
    You can reply to this message.
    Please answer { by }.
solved-summary =
    № { $id } · solved
    Done: { $what }
solved-summary-next =
    № { $id } · solved
    Done: { $what }
    Next: { $next }
# $points begins a new line for each point.
solved-summary-points =
    № { $id } · solved
    Done: { $what }
    Next:{ $points }
changed-in-progress = № { $id } is in progress now.
changed-in-progress-by = { $agent } is on № { $id } now.
changed-closed = № { $id } is closed. If you need it again, write here.
changed-reopened = № { $id } is open again. A person looks at it.
file-too-big =
    This file is over { $limit } MB: too large to pass on.
    Send a smaller one or a screenshot. The rest is kept.
