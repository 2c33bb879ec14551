# Agentin başqa müraciətə köçürdüyü mesajlar.

# keys: error-move-*
error-move-to-itself = Mesajlar onsuz da bu müraciətdədir. Başqasını seçin.
error-move-to-another-customer = O müraciət başqa müştərinindir. Bu müştərinin müraciətlərindən birini seçin.

console-event-messages-left = { $who } { $count ->
    [one] bir mesajı
   *[other] { $count } mesajı
  } № { $ticket } müraciətinə köçürdü
console-event-messages-came = { $who } { $count ->
    [one] bir mesajı
   *[other] { $count } mesajı
  } № { $ticket } müraciətindən bura köçürdü
