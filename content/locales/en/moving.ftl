# Messages that an agent puts into another ticket.

# keys: error-move-*
error-move-to-itself = The messages are in this ticket already. Choose another one.
error-move-to-another-customer = That ticket is another customer’s. Choose one of this customer’s.

console-event-messages-left = { $who } moved { $count ->
    [one] a message
   *[other] { $count } messages
  } to № { $ticket }
console-event-messages-came = { $who } moved { $count ->
    [one] a message
   *[other] { $count } messages
  } here from № { $ticket }
