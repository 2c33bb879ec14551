# After a ticket is solved, and while its customer is asked for something.

survey-ask =
    How did we do with № { $id }?
    One tap is enough.
survey-thanks = { $face } Thank you, that helps us.
survey-thanks-low =
    { $face } Thank you for saying so. It goes to the head of support.
    Still not solved? Open it again, or add a word.
survey-words-ask = What should we know? Write it in one message.
survey-words-kept = Thank you. Your words are kept with your rating.
survey-over = This question is closed now. Thank you all the same.
follow-up-ask =
    We solved № { $id } on { $date }.
    Did it hold?
follow-up-held = Good to hear. № { $id } is closed. We're here if anything comes up.
clarification-reminder =
    № { $id } still waits for you: { $need }
    Answer here { by }, and we go on.
clarification-closed =
    № { $id } is closed for now: no answer came.
    Nothing is lost. Open it again within 3 days and we go on.

button-add-word = ✍️ Add a word
button-rate-again = Change rating
button-held = 👍 Yes, it did
button-not-held = No, it's back
button-answer-now = ✍️ Answer
