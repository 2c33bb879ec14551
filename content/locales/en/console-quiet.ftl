# The state of a message that waits for its customer to wake.

console-delivery-held = Quiet hours: held until { $time }
console-delivery-held-title = The customer is asleep. It goes out then, or as soon as they write.
console-send-now = Send now

console-event-nps-asked = The customer was asked whether they recommend the desk
console-event-nps-rated = { $who } would recommend the desk: { $score } of 10
