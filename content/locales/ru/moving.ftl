# Сообщения, которые агент переносит в другое обращение.

# keys: error-move-*
error-move-to-itself = Эти сообщения уже в этом обращении. Выберите другое.
error-move-to-another-customer = Это обращение другого клиента. Выберите обращение этого клиента.

console-event-messages-left = { $who }: { $count ->
    [one] { $count } сообщение перенесено
    [few] { $count } сообщения перенесено
   *[many] { $count } сообщений перенесено
  } в № { $ticket }
console-event-messages-came = { $who }: { $count ->
    [one] { $count } сообщение перенесено
    [few] { $count } сообщения перенесено
   *[many] { $count } сообщений перенесено
  } сюда из № { $ticket }
