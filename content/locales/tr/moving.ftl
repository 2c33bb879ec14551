# Bir temsilcinin başka talebe taşıdığı mesajlar.

# keys: error-move-*
error-move-to-itself = Mesajlar zaten bu talepte. Başka bir talep seçin.
error-move-to-another-customer = O talep başka bir müşterinin. Bu müşterinin taleplerinden birini seçin.

console-event-messages-left = { $who } { $count ->
    [one] bir mesajı
   *[other] { $count } mesajı
  } № { $ticket } talebine taşıdı
console-event-messages-came = { $who } { $count ->
    [one] bir mesajı
   *[other] { $count } mesajı
  } № { $ticket } talebinden buraya taşıdı
