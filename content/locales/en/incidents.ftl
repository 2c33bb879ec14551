# A known problem: what its customers hear, and what stands in the place for statuses.

incident-known =
    We know about this: { $title }
    { $text }
    Next news { by }. Is yours something else?
incident-known-soon =
    We know about this: { $title }
    { $text }
    You hear from us when it's fixed. Is yours something else?
incident-news =
    № { $id } · { $title }
    { $text }
    Next news { by }.
incident-news-soon =
    № { $id } · { $title }
    { $text }
    You hear from us when it's fixed.
incident-over =
    № { $id } · fixed: { $title }
    { $text }
    Still there? Open it again and a person looks.
incident-over-talk =
    № { $id } · fixed: { $title }
    { $text }
    We go on with your question here.
incident-left = Understood. A person reads № { $id }.
incident-followed = I'll tell you every news of it.
added-incident = Added to № { $id }. It waits with the known problem. Is it something else?

card-incident = A known problem: { $title }
card-incident-next = Next news { by }.
card-incident-soon = You hear from us when it's fixed.

button-unrelated = It's something else
button-follow = 🔔 Say when fixed
button-still-there = It's still there

# The place for statuses.
status-place-hello = Here we post what doesn't work and when it's fixed.
status-post =
    { $mark } { $title }
    { $text }
    { $status } · { $date }, { $time }
status-post-next =
    { $mark } { $title }
    { $text }
    { $status } · next news: { $date }, { $time }
status-investigating = We are looking into it
status-identified = The cause is known
status-monitoring = Fixed, we keep an eye on it
status-resolved = Fixed
