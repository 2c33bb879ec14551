# The back office: what staff read.

## Signing in
console-sign-in-title = Sign in to the desk
console-sign-in-how = Send /console to { $bot } in Telegram. It answers with a link that signs you in once.
console-sign-in-no-bot = Send /console to your desk's bot in Telegram. It answers with a link that signs you in once.
console-sign-in-open-bot = Open { $bot }
console-sign-in-demo = This is a demo desk. Choose whom to be:
console-sign-in-busy = Signing you in…
console-sign-in-failed = You are not signed in
console-sign-in-link-spent = This link has been used or is too old. Send /console to the bot for a new one.
console-problem-start = The desk does not answer
console-lost = There is nothing here. Go to the inbox

## Lists
console-views = Lists
console-view-waiting = Waiting
console-view-mine = Mine
console-view-unassigned = Unassigned
console-view-open = Open
console-view-resolved = Resolved
console-view-all = All
console-view-key = { $view } (key { $key })
console-search = Search
console-search-clear = Clear the search
console-loading = Loading
console-list-failed = The list could not be read
console-list-stale = This list may be out of date.
console-row-bot = Bot: { $words }
console-row-staff = Reply: { $words }
console-vip = Important customer
console-vip-short = VIP
console-empty-waiting = Nobody is waiting
console-empty-waiting-next = New questions appear here by themselves.
console-empty-mine = No ticket is yours
console-empty-mine-next = Take one with the I key, or answer it: then it is yours.
console-empty-unassigned = Every ticket has somebody
console-empty-unassigned-next = What comes in next appears here.
console-empty-open = Nothing is open
console-empty-open-next = Everything is answered. New tickets appear here by themselves.
console-empty-resolved = Nothing is resolved yet
console-empty-resolved-next = Tickets that you finish are kept here.
console-empty-all = No tickets yet
console-empty-all-next = Write to the bot as a customer: the first ticket appears here.
console-empty-search = Nothing found for “{ $words }”
console-empty-search-next = Search by number, name, username or subject.
console-go-open = Look at open tickets
console-go-unassigned = Look at unassigned tickets
console-go-waiting = See who is waiting
console-go-search-all = Search in all tickets
console-no-ticket-title = Choose a ticket
console-no-ticket-words = J and K move, Enter opens.

## Work
console-next = Next ticket
console-next-none = Nothing waits for you
console-next-failed = No ticket was taken
console-presence = Presence
console-presence-tickets = Open tickets: { $open } of { $capacity }
console-presence-online = Online
console-presence-away = Away
console-presence-offline = Offline
console-presence-failed = Your presence was not changed

## A ticket
console-ticket-label = Ticket № { $number }
console-ticket-missing = There is no ticket № { $number }
console-ticket-missing-next = Back to the list
console-ticket-failed = Ticket № { $number } could not be read
console-back = Back to the list
console-copy-link = Copy a link to this ticket
console-link-copied = The link to № { $number } is copied
console-topic = Topic
console-queue = Queue
console-reopen = Reopen
console-reopen-failed = The ticket was not reopened
console-assignee = Assigned to: { $name }
console-assignee-none = Nobody
console-assign-me = { $name } (you)
console-assign-failed = The ticket was not handed over
console-unassign = Unassign
console-staff-failed = Colleagues could not be read. Press to try again.
console-status-accepted = Accepted
console-status-in-progress = In progress
console-status-clarification = Awaiting customer
console-status-resolved = Resolved
console-status-closed = Closed
console-status-reopened = Reopened
console-priority-low = Low
console-priority-normal = Normal
console-priority-high = High
console-priority-critical = Critical
console-waiting = waits { $span }
console-waiting-title = No person has answered since { $time }
console-deadline-left = { $span } left
console-deadline-late = { $span } late
console-deadline-title = By { $time }
console-queue-place = { $position } in line
console-queue-place-next = next in line
console-queue-place-title = Place among what waits in { $queue } to be taken
console-fact-place = In line
console-deadline-paused = paused
console-deadline-paused-title = The clock stands still while the customer is asked
console-deadline-passed = overdue
console-sla-first-reply = First reply
console-sla-next-reply = Next reply
console-sla-resolution = Resolution
console-sla-promise = Promised reply
console-stretch-moment = < 1 min
console-stretch-minutes = { $count } min
console-stretch-hours = { $count } h
console-stretch-days = { $count } d

## The conversation
console-conversation = Conversation
console-conversation-empty = Nothing has been said yet
console-conversation-failed = The conversation could not be read
console-earlier = Show earlier messages
console-earlier-failed = Earlier messages did not come. Try again
console-new-messages =
    { $count ->
        [one] { $count } new message
       *[other] { $count } new messages
    }
console-today = Today
console-yesterday = Yesterday
console-author-bot = Bot
console-author-staff = Colleague
console-author-desk = The desk
console-note-mark = internal note, the customer does not see it
console-edited = edited
console-edited-hide = hide earlier wordings
console-delivery-pending = Sending…
console-delivery-sent-title = Delivered
console-delivery-failed = Not delivered.
console-delivery-ambiguous = It is not known whether this arrived.
console-delivery-ambiguous-title = Telegram took the message but did not confirm it. Sent again, it may arrive twice.
console-send-again = Send again
console-resend-failed = It was not sent again
console-outgoing-failed = Not sent, your words are kept.
console-try-again = Try again
console-copy = Copy
console-discard = Discard
console-event-created = { $who } opened the ticket
console-event-status = { $who }: { $status }
console-event-assigned = { $who } gave the ticket to { $name }
console-event-taken = { $who } took the ticket
console-event-unassigned = { $who } unassigned the ticket
console-event-returned =
    { $reason ->
        [silent] Back in the queue: its assignee was silent for too long
        [offline] Back in the queue: its assignee went offline
        [absent] Back in the queue: its assignee was not there
       *[other] Back in the queue
    }
console-event-handed =
    { $reason ->
        [round_robin] { $name } got the ticket: it was their turn
        [least_loaded] { $name } got the ticket: they had the fewest
       *[other] { $name } got the ticket
    }
console-event-priority = { $who } set the priority: { $priority }
console-event-raised =
    { $reason ->
        [hacked] The account may be stolen
        [fraud] This may be fraud
        [card_blocked] A card is blocked
        [payment_failed] A payment failed
        [kyc] It is about an identity check
        [security] It is about security
        [asked_for_person] A person was asked for
        [macro] By a macro
       *[other] Routed anew
    }: priority { $priority }, queue { $queue }
console-event-person =
    { $reason ->
        [hacked] { $who } needs a person: the account may be stolen
        [fraud] { $who } needs a person: this may be fraud
        [card_blocked] { $who } needs a person: a card is blocked
        [payment_failed] { $who } needs a person: a payment failed
        [kyc] { $who } needs a person: an identity check
        [security] { $who } needs a person: it is about security
       *[other] { $who } asked for a person
    }
console-event-escalated =
    { $metric ->
        [first_reply] First reply
        [next_reply] Next reply
       *[resolution] Resolution
    }{ $moment ->
        [start] , urgent from the start
        [warn] : time is nearly up
       *[breach] : the deadline has passed
    }, { $action ->
        [raise_priority] the priority goes up
        [move_queue] it moves to another queue
        [page_on_call] whoever is on call is called
       *[notify] the team is told
    }
console-event-reminded = The customer was reminded of the question
console-event-eta-moved = The customer was told a new time
console-event-rated = { $who } rated the help: { $score } of 5
console-event-low-rating = { $who } rated the help: { $score } of 5. A lead looks into it
console-event-comment = { $who } said why they rated so
console-event-held = { $who }: the solution held
console-event-not-held = { $who }: the solution did not hold
console-event-other = { $who } changed the ticket
console-kind-photo = Photo
console-kind-document = File
console-kind-video = Video
console-kind-animation = Animation
console-kind-video-note = Video message
console-kind-voice = Voice message
console-kind-audio = Audio
console-kind-sticker = Sticker
console-kind-location = Location
console-kind-contact = Contact
console-kind-other = A message of a kind that cannot be shown here
console-picture-open = Enlarge { $name }
console-picture-failed = The picture did not load.
console-picture-previous = Previous picture
console-picture-next = Next picture
console-download = Download
console-voice-play = Play
console-voice-pause = Pause
console-voice-position = Position
console-voice-failed = The sound did not load. Press play to try again.

## Writing
console-composer = Write
console-composer-mode = What to write
console-mode-reply = Reply
console-mode-note = Note
console-mode-ask = Ask
console-mode-resolve = Resolve
console-mode-key = Key { $key }
console-placeholder-reply = Reply to { $name }…
console-placeholder-note = A note for your colleagues…
console-placeholder-ask = The one thing you need: for example, the last four digits of the card
console-placeholder-resolve = In one or two sentences: what was done?
console-hint-reply = { $name } reads it in Telegram. Their language: { $language }.
console-hint-note = Only your team reads this.
console-hint-ask = { $name } gets the question, and the ticket waits for the answer. Their language: { $language }.
console-hint-resolve = { $name } reads this summary, and the ticket is finished. Their language: { $language }.
console-hint-unreachable = { $name } has blocked the bot: this will not arrive.
console-send-reply = Send
console-send-note = Save note
console-send-ask = Ask
console-send-resolve = Resolve
console-send-key = Ctrl+Enter
console-read-only = You may read this ticket but not write in it.
console-macros = Macros
console-key-macros = Macros, in an empty reply
console-macro-field =
    { $field ->
        [field] What you need from them
        [what] What was done, or is so
        [next] What comes next
       *[detail] Detail
    }
console-macro-insert = Insert
console-macro-send = Send at once
console-macro-failed = The macro was not used
console-macro-missing = No value yet: { $names }
console-macro-status =
    { $status ->
        [ask] asks the customer
       *[resolve] resolves the ticket
    }
console-macro-queue = moves to { $queue }
console-macro-assignee =
    { $assignee ->
        [me] you take it
       *[nobody] goes back to its queue
    }
console-macro-priority = priority: { $priority }

## The customer
console-customer = Customer
console-unreachable-title = Unreachable
console-unreachable-words = The customer has blocked the bot or left Telegram. Answers do not arrive until they come back.
console-fact-language = Language
console-fact-created = Opened
console-fact-first-reply = First reply
console-fact-promised = Promised by
console-fact-resolved = Resolved
console-language-az = Azerbaijani
console-language-en = English
console-language-ru = Russian
console-language-tr = Turkish
console-asked = We asked
console-summary = Summary
console-other-tickets = Other tickets
console-other-tickets-none = This is the first one.

## Menus, commands, keys
console-menu = { $name }: menu
console-menu-language = Language
console-menu-theme = Theme
console-menu-keys = Keyboard
console-menu-sign-out = Sign out
console-sign-out-failed = You are still signed in
console-theme-auto = Like the system
console-theme-light = Light
console-theme-dark = Dark
console-role-admin = Administrator
console-role-l1 = First line
console-role-l2 = Second line
console-role-vip = VIP concierge
console-role-moderator = Moderator
console-role-editor = Content editor
console-role-analyst = Analyst
console-role-compliance = Compliance
console-commands = Commands
console-commands-key = Ctrl K
console-command-placeholder = Ticket number, list, language…
console-command-ticket = Open ticket № { $number }
console-command-search = Search for “{ $words }” in all tickets
console-command-nothing = Nothing found
console-close = Close
console-key-move = Next, previous ticket
console-key-open = Open the ticket
console-key-search = Search
console-key-views = Lists
console-key-reply = Reply
console-key-note = Note
console-key-ask = Ask the customer
console-key-resolve = Resolve
console-key-take = Take the ticket
console-key-send = Send
console-key-back = Back
console-key-commands = Commands
console-key-help = This sheet

## The connection, and what can go wrong
console-live = Live
console-connecting = Connecting…
console-not-live = Not connected
console-connection-lost = The connection is lost. What you see may be out of date; we keep trying.
console-reason-offline = The desk cannot be reached. Check the network.
console-reason-timeout = The desk took too long to answer.
console-reason-signed-out = Your session has ended. Sign in again.
console-reason-forbidden = Your role does not allow this.
console-reason-too-fast = Too many requests at once. Wait a moment.
console-reason-desk = The desk has a problem of its own. Try again in a moment.
console-reason-refused = The desk refused this ({ $code }).
console-reason-unexpected = Something unexpected happened.
