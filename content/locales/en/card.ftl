# The card of a ticket: the status line, the time, the next step.

card-accepted = № { $id } · accepted
card-in-progress = № { $id } · in progress
card-in-progress-by = № { $id } · in progress ({ $agent } is on it)
card-clarification = № { $id } · we need one thing from you
card-solved = № { $id } · solved
card-closed = № { $id } · closed
card-reopened = № { $id } · open again
card-urgent = Passed straight to a person.
card-eta = A person answers { by }.
card-eta-agent = { $agent } answers { by }.
card-eta-late = We're later than promised. A person answers you right here.
card-eta-none = A person answers you right here.
card-eta-none-agent = { $agent } answers you right here.
card-need = We need: { $need }
card-reply-here = Reply here and we go on.
card-can-reopen = Is it back? Reopen it within 3 days.
card-write-again = Anything else? Just write here.
