# How likely a customer recommends the desk, now and then.

nps-ask =
    How likely would you recommend { $desk } to a friend?
    0: not at all, 10: for sure.
nps-thanks = { $score } of 10. Thank you, that helps us.
nps-thanks-low =
    { $score } of 10. Thank you for saying so.
    What should we do better? Add a word, the head of support reads it.
