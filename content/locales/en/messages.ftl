# Messages around a ticket: what a person or the desk tells its customer.

agent-reply =
    { $agent }:
    { $text }
agent-greeting =
    { $named ->
        [yes] Hello { $name }! I'm { $agent }.
       *[no] Hello! I'm { $agent }.
    }
    I see № { $id } and am checking it.
clarification-asked =
    We need: { $need }
    You can reply to this message.
    Please answer { by }.
clarification-reminder =
    № { $id } still waits for: { $need }
    Reply here and we go on.
solved-summary =
    № { $id } · solved
    Done: { $what }
solved-summary-next =
    № { $id } · solved
    Done: { $what }
    Next: { $next }
escalated = № { $id } is with an expert now. The answer comes here.
escalated-eta = № { $id } is with an expert now. The answer comes { by }.
changed-in-progress = № { $id } is in progress now.
changed-in-progress-by = { $agent } is on № { $id } now.
changed-closed = № { $id } is closed. If you need it again, write here.
changed-reopened = № { $id } is open again. A person looks at it.
file-too-big =
    This file is over { $limit } MB: too large to pass on.
    Send a smaller one or a screenshot. The rest is kept.
kind-not-read =
    I can't pass on this kind of message.
    Send words, a photo or a file instead.
too-many = That's a lot at once. Everything is kept; I answer in a minute.
failed =
    Something broke on our side. What you sent is kept.
    Try again in a minute, or talk to a person.
