# Answers from the knowledge base before a ticket, and what words tell of their topic and language.

answer-first =
    Hi! I'm the support bot of { $desk }.
    What you write is kept only to help you: /privacy
    This may be the answer:
answer-ask = Your words are kept. Did the answer help?
button-answer-solved = It helped 👍
button-answer-not = It didn't help
button-answer-whole = Read it all
article-gone = This article is no longer there. Write what happened, and a person answers.
topic-guess =
    Got it, your words are kept.
    Is it about this: { $topic }?
topic-guess-first =
    Got it, your words are kept. I'm the support bot of { $desk }.
    What you write is kept only to help you: /privacy
    Is it about this: { $topic }?
tongue-ask = You write in English. Shall I go on in English?
