# Answers drafted from articles.

console-draft = Draft an answer
console-draft-hint = The customer’s words and the articles that fit go to the service that your operator has chosen. You check the draft; nothing is sent by itself.
console-draft-pending = Drafting…
console-draft-from = Drafted from { $titles }. Check it before you send it.
console-draft-no-words = No draft: the customer has written no words yet.
console-draft-no-articles = No draft: no article fits.
console-draft-not-answered = No draft: the articles do not answer this.
console-draft-unfounded = No draft: what came back does not rest on the articles.
console-draft-timeout = No draft: the service did not answer in time. Write the answer yourself, or try again later.
console-draft-unreachable = No draft: the service did not answer. Write the answer yourself, or try again later.
