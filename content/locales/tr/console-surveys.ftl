# Settings: quiet hours, surveys, low ratings, incidents.

settings-languages = Diller
settings-more = Daha fazla göster

## Quiet hours and surveys
settings-surveys = Sessiz saatler ve anketler
settings-surveys-lead = Müşteriler ne zaman rahatsız edilmez, iş bitince onlara ne sorulur.
settings-quiet = Sessiz saatler
settings-quiet-hint = Her müşterinin kendi saatiyle. Kritik konular ve yaptıklarına yanıtlar her saatte bildirilir.
settings-quiet-on = Gece rahatsız etme
settings-quiet-on-hint = Bekleyenler sessiz saatler bitince bir kez gönderilir. Müşteri kendi saatlerini seçebilir.
settings-quiet-from = Başlangıç
settings-quiet-until = Bitiş
settings-quiet-awake = Kaç dakika uyanık sayılır
settings-quiet-awake-hint = Bu süre içinde yazan ya da dokunan hemen haber alır.
settings-quiet-waking = Uyandırabilen kuyruklar
settings-quiet-waking-hint = Onların konuları her saatte bildirilir.
settings-quiet-waking-none = Hiçbiri
settings-after = Bittikten sonra
settings-after-hint = Başka bir şey yazmıyorsa saatler çözümden sayılır.
settings-survey = Puan iste
settings-survey-hint = Tek dokunuş, isterse söz de yazar. Düşük puan bir yöneticiye görev olur.
settings-survey-style = Görünüm
# keys: settings-survey-style-*
settings-survey-style-faces = Yüzler
settings-survey-style-stars = Yıldızlar
# keys: settings-survey-*, keys: settings-follow-*, keys: settings-close-*, keys: settings-remind-*, keys: settings-abandon-*, keys: settings-nps-*
settings-survey-hours = Ne zaman sorulur
settings-survey-hours-hint = 0: hemen.
settings-follow-up-hours = “Hâlâ yolunda mı?” sorusu
settings-follow-up-hours-hint = 24 ile 72 saat arası. “Hayır” talebi yeniden açar.
settings-close-hours = Ne zaman kapanır
settings-close-hours-hint = Bundan sonra bir yanıt yeni talep açar.
settings-remind-hours = Sorumuzu ne zaman hatırlatırız
settings-remind-hours-hint = Sorduğumuz andan itibaren.
settings-abandon-hours = Yanıtsız ne zaman kapanır
settings-abandon-hours-hint = Hatırlatmadan sonra.
settings-nps = Sizi önerir mi, sor
settings-nps-hint = 0 ile 10 arası, seyrek ve asla puanla aynı günde değil.
settings-nps-hours = Ne zaman sorulur
settings-nps-hours-hint = 0: hemen.
settings-nps-days = Kaç günde en fazla bir kez
settings-nps-after = Kaçıncı çözülen talepten sonra
settings-nps-share = Sorulabileceklerin yüzde kaçı

## Low ratings
settings-ratings = Düşük puanlar
settings-ratings-lead = Neyin ters gittiği, müşterinin sözleriyle. Talebe bakın, düzeltin ve ne yaptığınızı yazın.
settings-ratings-show = Hangi puanlar
# keys: settings-ratings-show-*
settings-ratings-show-open = Bekliyor
settings-ratings-show-handled = İlgilenildi
# keys: settings-ratings-none-*
settings-ratings-none-open = Bekleyen düşük puan yok
settings-ratings-none-open-words = Biri yardıma 5 üzerinden 1 ya da 2 verirse burada görünür.
settings-ratings-none-handled = Henüz ilgilenilen yok
settings-ratings-none-handled-words = İlgilendikleriniz, yapılanla birlikte burada kalır.
settings-rating-agent = talep { $name } üzerindeydi
settings-rating-handle = İlgilenildi: { $name }
settings-rating-done = İlgilenildi
settings-rating-note = Ne yapıldı?
settings-rating-note-hint = Arkadaşlarınız için. Boş kalabilir.
settings-rating-by = İlgilenen: { $name }
console-rating = Puan
console-rating-score =
    { $kind ->
        [nps] 10 üzerinden { $score }
       *[csat] 5 üzerinden { $score }
    }
console-follow-up = Hâlâ yolunda mı?
console-follow-up-state =
    { $state ->
        [yes] Evet
        [no] Hayır, yeniden oldu
       *[asked] Soruldu, henüz yanıt yok
    }

## Incidents
settings-incidents = Arızalar
settings-incidents-lead = Bilinen tek sorun, çok talep: toplanır, hemen yanıtlanır ve bitince herkese bildirilir.
settings-incidents-show = Hangi arızalar
# keys: settings-incidents-show-*
settings-incidents-show-open = Sürüyor
settings-incidents-show-all = Hepsi
settings-incidents-none = Her şey yolunda
settings-incidents-none-words = Çok müşteri aynı sıkıntıyı anlatınca bir arıza duyurun.
settings-incident-new = Arıza duyur
settings-incident-declare = Duyur
# keys: settings-incident-status-*
settings-incident-status-investigating = Araştırıyoruz
settings-incident-status-identified = Nedenini biliyoruz
settings-incident-status-monitoring = Düzeldi, izliyoruz
settings-incident-status-resolved = Bitti
settings-incident-tickets = { $count } talep
settings-incident-untold = { $count } kişiye henüz söylenmedi
settings-incident-title = Adı
settings-incident-text = Müşterilere ne söylenir
settings-incident-text-hint = Ne oldu, ne yapıyorsunuz, ne zaman haber vereceksiniz.
settings-incident-words = Müşterilerin kullandığı sözler
settings-incident-words-hint = Her birinden sonra Enter’a basın. Ekler ve aksanlar fark etmez.
settings-incident-since = Zaten açık talepler
settings-incident-since-hours = { $hours ->
    [0] Yalnız yeni talepler girer
   *[other] Son { $hours } saattekiler de
}
settings-incident-by-hand = Söz ve konu yoksa talepler elle eklenir.
settings-incident-only-new = Bundan sonra gelen talepler bu kurallarla girer.
settings-incident-takes = Hemen giren açık talepler: { $count }
settings-incident-said = Söylenenler
settings-incident-now = Durum
settings-incident-news = Yeni ne var
settings-incident-tell = Haber ver
settings-incident-end = Bitir ve herkese haber ver
settings-incident-end-hint = İlgili herkes bunu bir kez duyar.
settings-incident-end-words = Ne olduğu ve düzeldiği.
