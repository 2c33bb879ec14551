# What the bot says before and around a ticket. One thought a message, three lines at most.

greeting =
    { $named ->
        [yes] Hi { $name }! I'm the support bot of { $desk }.
       *[no] Hi! I'm the support bot of { $desk }.
    }
    What you write is kept only to help you: /privacy
    What is it about?
greeting-again =
    { $named ->
        [yes] Hi { $name }! What is it about?
       *[no] Hi! What is it about?
    }
topic-ask = What is it about?
topic-ask-kept =
    Got it, your words are kept.
    What is it about?
topic-ask-kept-first =
    Got it, your words are kept. I'm the support bot of { $desk }.
    What you write is kept only to help you: /privacy
    What is it about?
topic-prompt =
    { $emoji } { $title }
    { $prompt }
topic-prompt-first =
    { $emoji } { $title } · I'm the support bot of { $desk }.
    What you write is kept only to help you: /privacy
    { $prompt }
topic-gone = This topic is no longer there. Choose another one.
words-please = I can't read words in that. Write in a sentence what happened.
choose-ask = Your words are kept. Which one are they about?
reopen-ask = № { $id } is solved. Is it back, or is it something new?
reopen-ask-kept =
    Your words are kept. № { $id } is solved.
    Is it back, or is it something new?
added = Added to № { $id }. A person reads it there.
added-eta = Added to № { $id }. A person answers { by }.
added-unasked =
    I put your words into № { $id }, the latest one.
    Something else? /new
urgent-added = № { $id } goes straight to a person.
add-prompt = Send it here: words, a photo or a file. It goes to № { $id }.
solved-by-itself = Good to hear. If it comes back, just write here.
thanks = Glad it helped. We're here if anything comes up.
help =
    I'm the support bot of { $desk }. Write what happened, and a person answers.
    /new a new question · /status where it stands · /human a person
    /language · /quiet · /privacy · /cancel
command-unknown =
    I don't know this command. Just write what happened, or use
    /new, /status, /human or /help
status-none = Nothing is open right now. Write what happened, and you get a number and a time.
status-list = Your tickets: { $count }. Which one do you want to see?
ticket-unknown = I can't find № { $id } among your current tickets.
language-ask = Choose your language.
language-set = From now on in English.
person-which = Which one is it about?
person-called =
    I'm calling a person.
    Write what happened while you wait.
person-asked = A person is called to № { $id }. You get the answer here.
privacy-text =
    { $desk } keeps what you send here and your Telegram name, only to answer you and to check our answers.
    You can withdraw your consent at any time: /privacy
cancelled-words = Cancelled. What you wrote goes nowhere.
cancelled = Cancelled. Write whenever you need us.
cancelled-nothing = There is nothing to cancel.
way-on = Write what happened, or choose:
pressed-unknown = This button doesn't work any more.
pressed-stale = This button is from earlier. Here is where we are now.
ticket-closed = № { $id } is already solved.
consent-given = Thank you. We can help you now.
consent-withdrawn = Your consent is withdrawn.
consent-none = There is no consent to withdraw.
consent-after =
    Your consent is withdrawn.
    Writing to us again, or choosing a topic, gives it anew.
reopened = № { $id } is open again.
reopened-tell =
    № { $id } is open again.
    Write what is still wrong.
already-open = № { $id } is open.
notify-on = I'll tell you about every change.
notify-off = I won't write about changes. Answers still come.
closed = № { $id } is closed. Good that it's solved.
subject-unknown = Question

# When something is promised; used inside other texts.
by =
    { $day ->
        [today] by { $time }
        [tomorrow] tomorrow by { $time }
       *[later] on { $date } by { $time }
    }

# Buttons: the customer's verbs, three words at most.
button-my-tickets = 📋 My tickets
button-language = 🌐 Language
button-more = More…
button-new-question = New question
button-person = Talk to a person
button-reopen = Reopen № { $id }
button-status = Show status
button-other-topic = Other topic
button-withdraw = Withdraw consent
button-agree = I agree
button-notify-on = 🔔 Tell me changes
button-notify-off = 🔕 Stay quiet
button-solved = It's solved
button-add-details = 📎 Add details

# The menu of commands.
command-new = Ask a new question
command-status = See where it stands
command-human = Talk to a person
command-language = Change the language
command-privacy = Your data and your consent
command-cancel = Cancel what is begun
command-help = What I can do
