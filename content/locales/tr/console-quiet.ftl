# Müşterinin uyanmasını bekleyen mesajın durumu.

console-delivery-held = Sessiz saatler: { $time } saatine dek bekliyor
console-delivery-held-title = Müşteri dinleniyor. Mesaj o saatte ya da müşteri yazınca gider.
console-send-now = Şimdi gönder

console-event-nps-asked = Müşteriye desteği tavsiye edip etmeyeceği soruldu
console-event-nps-rated = { $who } desteği tavsiye etme puanı: 10 üzerinden { $score }
