# Konsolda olaylar.

console-incident = Bilinen sorun: { $title }
console-incident-over = Bilinen sorun düzeldi: { $title }
console-incident-held = Çözümünü bekliyor, şimdilik kimsenin işi değil
console-event-incident-joined =
    { $how ->
        [hand] { $who } kaydı { $incident } numaralı olaya ekledi
       *[other] Kuralı gereği { $incident } numaralı olaya ait
    }
console-event-incident-left = { $who } kaydı { $incident } numaralı olaydan çıkardı
console-event-incident-news = Müşteriye { $incident } numaralı olayın haberi verildi
