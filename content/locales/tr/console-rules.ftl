# Settings: automation.

settings-automation = Otomasyon
automation-lead = Hizmetin kendi yaptıkları: bir şey olur, koşul tutar ve kural işler.
automation-rules = Kurallar
automation-rules-hint = Yukarıdan aşağıya: her kural kendinden öncekilerin yaptığını görür.
automation-none = Henüz kural yok. Bir tane yazın: siz açana kadar kapalı kalır.
automation-rule = Kural
automation-new = Yeni kural
automation-today = bugün { $count }
automation-state-paused = Kapatıldı: çok sık
automation-paused = Bu kural çok sık çalıştığı için kapatıldı. Yeniden açmadan önce neler yaptığına bakın.
automation-active = Açık
automation-active-hint = Bundan sonra olanlar için geçerlidir, geçmişe dokunmaz.
automation-saved = Kaydedildi. Yeni sürüm geçerli.
automation-saved-off = Kaydedildi. Kural kapalı: deneyin, sonra açın.
automation-delete = Sil
automation-delete-sure = Kalıcı olarak sil
automation-versions-hint = Birini seçip oradan devam edin.
automation-when = Ne zaman
# keys: automation-on-*
automation-on-created = Talep açılınca
automation-on-message-in = Müşteri yeniden yazınca
automation-on-message-out = Temsilci yanıtlayınca
automation-on-status-changed = Durum değişince
automation-on-clarification-asked = Müşteriye soru sorulunca
automation-on-sla = Sözün süresi dolarken ya da geçince
automation-on-rated = Puan verilince
automation-on-time-since = Belirli bir süre geçince
# keys: automation-status-*
automation-status-from = Hangi durumdan
automation-status-to = Hangi duruma
automation-sla = Ne olur
# keys: automation-sla-*
automation-sla-warn = Süre dolmak üzere
automation-sla-breach = Süre geçti
automation-metric = Söz
# keys: automation-metric-*
automation-metric-any = herhangi bir söz
automation-metric-first-reply = ilk yanıt
automation-metric-next-reply = sonraki yanıt
automation-metric-resolution = çözüm
automation-rated = Puan { $least }–{ $most }
# keys: automation-score-*
automation-score-at-least = En düşük puan
automation-score-at-most = En yüksek puan
automation-since = { $time } geçti: { $moment }
automation-time = Ne kadar
automation-moment = Neden beri
# keys: automation-moment-*
automation-moment-created = talep açılalı
automation-moment-customer-message = müşterinin son sözünden beri
automation-moment-agent-reply = son yanıttan beri
automation-moment-resolved = çözüleli
automation-moment-clarification = soru sorulalı
automation-moment-waiting = müşteri beklemeye başlayalı
# keys: automation-a*
automation-all = Bunların hepsi tutuyorsa
automation-any = Ve bunlardan biri
automation-condition-add = Koşul ekle
automation-what = Ne
automation-choose = Seçin
automation-is = Nasıl karşılaştırılır
automation-is-one = bunlardan biri
automation-is-none = bunlardan hiçbiri
automation-is-not = { $name }, bunlar değil: { $values }
# keys: automation-field-*
automation-field-topic = Konu
automation-field-queue = Kuyruk
automation-field-priority = Öncelik
automation-field-status = Durum
automation-field-language = Dil
automation-field-tag = Etiketler
automation-field-words = Mesajdaki sözcükler
automation-field-vip = VIP
automation-field-assignee = Sorumlu
automation-field-business-hours = Çalışma saatleri
automation-field-messages = Müşterinin mesajları
automation-field-waiting = Bekleme
automation-words-hint = Her birinden sonra Enter. Büyük küçük harf ve işaretler fark etmez.
automation-tags-hint = Her birinden sonra Enter.
# keys: automation-assignee-*
automation-assignee-none = Sorumlu yok
automation-assignee-present = Sorumlu var
automation-hours = Ne zaman
automation-hours-inside = çalışma saatlerinde
automation-hours-outside = çalışma saatleri dışında
automation-hours-in = { $calendar }: çalışma saatlerinde
automation-hours-out = { $calendar }: çalışma saatleri dışında
automation-calendar = Takvim
automation-messages = Müşteriden { $least }–{ $most } mesaj
automation-messages-least = Müşteriden { $least } ya da daha fazla mesaj
# keys: automation-count-*
automation-count-at-least = En az
automation-count-at-most = En çok
automation-waiting = { $time } ya da daha uzun bekliyor
automation-waits = En az bekliyor
automation-then = O zaman
automation-deed-add = Eylem ekle
automation-deed = Ne yapılsın
# keys: automation-do-*
automation-do-set-priority = Önceliği ayarla
automation-do-move-queue = Kuyruğa taşı
automation-do-assign = Sorumlu ata
automation-do-tag = Etiket ekle
automation-do-untag = Etiketi kaldır
automation-do-macro = Makro ile yaz
automation-do-note = Not yaz
automation-do-notify = Haber ver
automation-do-end = Makro ile bitir
automation-do-snooze = Ertele
automation-macro = Makro
automation-end = Nasıl bitsin
# keys: automation-end-*
automation-end-resolve = Çözüldü
automation-end-close = Kapat
automation-whom = Kime
# keys: automation-whom-*
automation-whom-assignee = sorumluya
automation-whom-queue = kuyruğa
automation-whom-leads = yöneticilere
automation-notice = Ne okusunlar
automation-trial = Geçmişte dene
automation-trial-hint = Bu kural son 200 talepte ne yapardı. Onlara bir şey olmaz.
automation-trial-go = Dene
automation-trial-failed = Denenemedi
automation-trial-stale = Kural o zamandan beri değişti. Yeniden deneyin.
automation-trial-sum = { $looked } talebin { $tickets } tanesinde, toplam { $times } kez
automation-trial-storm = Bir dakikada { $count }: kural kapatılırdı.
automation-trial-part = Tüm taleplere bakılmadı: süre doldu ya da daha fazlası var.
automation-trial-unknown = Geçmişin söylemedikleri: { $what }.
# keys: automation-unknown-*
automation-unknown-vip = o zaman kimin VIP olduğu
automation-unknown-calendar = o zamanki takvimler
automation-unknown-words = düzenlenmeden önceki sözler
automation-unknown-queue = eski taleplerin kuyruğu
automation-unknown-people = bundan sonra insanların ne yapacağı
automation-unknown-others = bundan sonra öbür kuralların ne yapacağı
# keys: automation-outcome-*
automation-outcome-nothing = değişecek bir şey yok
automation-outcome-refused = bir adım mümkün olmadı
automation-runs = Kuralların yaptıkları
automation-runs-hint = En yenisi önce. Her biri talebin geçmişinde de yazılı.
automation-runs-none = Henüz bir şey yok.
automation-runs-more = Öncekileri göster
