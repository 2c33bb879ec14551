# Settings: quiet hours, surveys, low ratings, incidents.

settings-languages = Languages
settings-more = Show more

## Quiet hours and surveys
settings-surveys = Quiet hours and surveys
settings-surveys-lead = When customers are left alone, and what they are asked once a matter has ended.
settings-quiet = Quiet hours
settings-quiet-hint = In each customer’s own time. Critical matters and answers to what they just did are told at any hour.
settings-quiet-on = Leave customers alone at night
settings-quiet-on-hint = What waits goes out once, when the quiet hours end. Customers can set their own.
settings-quiet-from = From
settings-quiet-until = Until
settings-quiet-awake = Minutes for which somebody counts as awake
settings-quiet-awake-hint = Whoever wrote or tapped this recently is told at once.
settings-quiet-waking = Queues that may wake people
settings-quiet-waking-hint = Their matters are told at any hour.
settings-quiet-waking-none = None
settings-after = After the end
settings-after-hint = Hours count from solving, where nothing else is said.
settings-survey = Ask for a rating
settings-survey-hint = One tap, and words if they like. A low one becomes a task for a lead.
settings-survey-style = As
# keys: settings-survey-style-*
settings-survey-style-faces = Faces
settings-survey-style-stars = Stars
# keys: settings-survey-*, keys: settings-follow-*, keys: settings-close-*, keys: settings-remind-*, keys: settings-abandon-*, keys: settings-nps-*
settings-survey-hours = Ask after
settings-survey-hours-hint = 0: at once.
settings-follow-up-hours = Ask “did it hold?” after
settings-follow-up-hours-hint = Between 24 and 72 hours. A no opens the ticket again.
settings-close-hours = Close after
settings-close-hours-hint = From then on an answer begins a new ticket.
settings-remind-hours = Remind of our question after
settings-remind-hours-hint = From the moment we asked.
settings-abandon-hours = Close without an answer after
settings-abandon-hours-hint = From the reminder.
settings-nps = Ask whether they would recommend you
settings-nps-hint = From 0 to 10, seldom, and never within a day of a rating.
settings-nps-hours = Ask after
settings-nps-hours-hint = 0: at once.
settings-nps-days = At most once in so many days
settings-nps-after = From which solved ticket on
settings-nps-share = How many of those who could be asked, in percent

## Low ratings
settings-ratings = Low ratings
settings-ratings-lead = What went wrong, in the customer’s words. Look at the ticket, set it right, and say what you did.
settings-ratings-show = Which ratings
# keys: settings-ratings-show-*
settings-ratings-show-open = Waiting
settings-ratings-show-handled = Handled
# keys: settings-ratings-none-*
settings-ratings-none-open = No low rating waits
settings-ratings-none-open-words = When somebody rates the help with 1 or 2 of 5, it stands here.
settings-ratings-none-handled = Nothing was handled yet
settings-ratings-none-handled-words = What you handle stands here with what was done.
settings-rating-agent = { $name } had the ticket
settings-rating-handle = Handled: { $name }
settings-rating-done = Handled
settings-rating-note = What was done?
settings-rating-note-hint = For your colleagues. You can leave it empty.
settings-rating-by = Handled by { $name }
console-rating = Rating
console-rating-score =
    { $kind ->
        [nps] { $score } of 10
       *[csat] { $score } of 5
    }
console-follow-up = Did it hold?
console-follow-up-state =
    { $state ->
        [yes] Yes
        [no] No, it came back
       *[asked] Asked, no answer yet
    }

## Incidents
settings-incidents = Incidents
settings-incidents-lead = One known problem, many tickets: they are collected, answered at once, and told when it is over.
settings-incidents-show = Which incidents
# keys: settings-incidents-show-*
settings-incidents-show-open = Going on
settings-incidents-show-all = All
settings-incidents-none = Nothing is wrong
settings-incidents-none-words = When many customers tell the same trouble, declare an incident.
settings-incident-new = Declare an incident
settings-incident-declare = Declare
# keys: settings-incident-status-*
settings-incident-status-investigating = We are looking into it
settings-incident-status-identified = We know the cause
settings-incident-status-monitoring = Fixed, we are watching
settings-incident-status-resolved = Over
settings-incident-tickets = { $count ->
    [one] { $count } ticket
   *[other] { $count } tickets
}
settings-incident-untold = { $count } yet to be told
settings-incident-title = What it is called
settings-incident-text = What customers are told
settings-incident-text-hint = What is wrong, what you do, when they hear more.
settings-incident-words = Words that customers use
settings-incident-words-hint = Press Enter after each. Endings and accents do not matter.
settings-incident-since = Tickets already open
settings-incident-since-hours = { $hours ->
    [0] Only new tickets belong to it
    [one] Those of the last hour, too
   *[other] Those of the last { $hours } hours, too
}
settings-incident-by-hand = Without words or topics, tickets are put into it by hand.
settings-incident-only-new = Tickets that come from now on belong to it by these rules.
settings-incident-takes = Open tickets that belong to it at once: { $count }
settings-incident-said = What was said
settings-incident-now = How it stands
settings-incident-news = What is new
settings-incident-tell = Tell them
settings-incident-end = End it and tell everybody
settings-incident-end-hint = Everybody whom it concerned hears it once.
settings-incident-end-words = What was wrong and that it is fixed.
