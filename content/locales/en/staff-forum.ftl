# The staff forum: groups of the staff's in Telegram in which each ticket is a topic.

forum-card-vip = VIP
forum-card-nobody = nobody has it
forum-card-late = later than promised
# keys: forum-button-*
forum-button-take = Take
forum-button-release = Release
forum-button-ask = Ask
forum-button-resolve = Resolve
forum-button-reopen = Reopen
forum-button-escalate = Escalate
forum-button-macro = Macros
forum-button-console = Console
forum-button-back = Back
forum-button-send = Send
forum-button-dismiss = Close

forum-said-customer = 👤 { $name }:
forum-said-agent = ↩️ { $name }:
forum-said-note = 🔒 { $name }:
forum-said-bot = 🤖
forum-edited = (edited)
forum-summary =
    { $messages ->
        [one] One new message
       *[other] { $messages } new messages
    }{ $files ->
        [0] { "" }
        [one] , one file
       *[other] , { $files } files
    }. The group is busy, so they are not shown one by one.
forum-summary-where = All of them are in the console.
# keys: forum-delivery-*
forum-delivery-failed = This did not reach the customer. The console says why and sends it again.
forum-delivery-ambiguous = Nobody knows whether this arrived: the connection broke. Look into the console before you write it again.
forum-delivery-held = The customer is asleep. This goes out in the morning; the console can send it now.

# keys: forum-prompt-*
forum-prompt-ask = answer this message with what you need from the customer.
forum-prompt-resolve = answer this message with what was done. Last lines that begin with a dash are what is next.
forum-prompt-note = answer this message with your note. The customer does not see it.
forum-macros = Which macro?
forum-macros-none = No macro fits. Try /macro with another word.
forum-macro-missing = There is no value for { $names }. Use this macro in the console.
forum-macro-sent = ✓ Sent to the customer.
forum-escalate = To which queue?
forum-escalated = ✓ Handed on: { $queue }.
forum-dismissed = Closed.
forum-not-sent = Not done. { $why }
forum-stranger = Not sent: you are not of this desk's staff. Ask an admin to add you by your Telegram id.
forum-anonymous = Not sent: write in your own name, not as the group.
forum-help =
    What you write here goes to the customer; lines that begin with the mark stay inside.
    /take, /release, /assign name
    /ask words, /resolve words, /note words
    /macro words, /escalate queue, /reopen
    @{ $bot } { $ticket } words: macros of this ticket, as the customer reads them

forum-code-wrong = This code is not valid. Make a new one in the console: Settings, Staff group.
# keys: forum-group-*
forum-group-works = ✓ This is a staff group now. Each new request gets a topic here.
forum-group-lacking = Almost there. To be a staff group, this one still needs:

error-forum-mark = This cannot be the mark. Take one to four signs such as // or ##, without letters, digits and spaces.
error-staff-group-unknown = This group is not linked any more. Read the list again.
error-forum-who = It is not clear who that is. These work here: { $names }.
error-forum-command = There is no command /{ $name } here. /help lists those that there are.
error-escalate-ended = This ticket is over. Reopen it first.
error-forum-kind = Only words and files go to the customer from here.
error-forum-sent-already = The customer has read it already. To take it back, use the console.
