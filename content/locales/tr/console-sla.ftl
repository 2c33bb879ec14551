# Settings: service levels.

settings-sla = Yanıt süreleri
settings-sla-lead = Müşterilerinize ne söz verdiğiniz, sürenin hangi saatlerde işlediği ve dolarken ne olduğu. Açık talepler her değişikliğe saniyeler içinde uyar.
settings-promises = Sözler
settings-promises-hint = Her kuyruğun ne kadar süresi var. Bir önceliğin kendi süresi olabilir.
settings-promise-none = Söz yok
settings-promise-same = Yukarıdaki gibi
settings-promise-own = { $queue }: tek bir öncelik için söz
settings-promise-own-which = Hangi öncelik için?
settings-promise-drop = Artık söz verme
settings-always = Günün 24 saati
settings-target = Süre
# keys: settings-target-*
settings-target-first-reply = Müşterinin ilk sözünden bir insanın ilk yanıtına kadar.
settings-target-next-reply = Yanıtsız kalan en eski sözden sonraki yanıta kadar.
settings-target-resolution = Talepten çözümüne kadar.
settings-calendar = İşlediği saatler
settings-calendar-hint = Bu saatlerin dışında süre durur.
settings-warn = Uyar
settings-warn-hint = “Süre dolmak üzere” adımları o zaman atılır.
settings-warn-at = sürenin % { $share } kadarı geçince
settings-pause = Müşteriye sorulurken dursun
settings-pause-hint = Yanıt gelince süre devam eder.
settings-reopened = Yeniden açılanlar için başka süre
settings-reopened-hint = Geri dönmek zorunda kalan daha az beklemeli.
settings-calendars = Takvimler
settings-calendars-hint = Çalışma saatleri ve tatiller, kendi saat diliminde.
settings-calendars-none = Henüz takvim yok: bütün sözler günün 24 saati işler.
settings-calendar-new = Yeni takvim
settings-escalation = Yükseltme
settings-escalation-hint = Kendiliğinden olanlar. Adımlar yukarıdan aşağıya, her söz için bir kez atılır.
settings-escalation-none = Henüz kendiliğinden bir şey olmuyor. Bir adım ekleyin, örneğin: söz tutulmayınca yöneticilere haber ver.
settings-step = Adım
settings-step-new = Yeni adım
settings-moment = Ne zaman
# keys: settings-moment-*
settings-moment-start = Kuyruğa talep gelince
settings-moment-warn = Süre dolmak üzere
settings-moment-breach = Söz tutulmadı
settings-any-queue = Her kuyruk
settings-any-metric = Her söz
settings-metric = Söz
settings-do = Ne olur
# keys: settings-do-*
settings-do-notify = Haber ver
settings-do-raise-priority = Önceliği yükselt
settings-do-move-queue = Başka kuyruğa taşı
settings-do-page-on-call = Nöbetçiyi ara
settings-whom = Kime
# keys: settings-whom-*
settings-whom-assignee = Sorumluya
settings-whom-queue = Kuyruktaki herkese
settings-whom-leads = Yöneticilere
# keys: settings-notify-*
settings-notify-assignee = Sorumluya haber ver
settings-notify-queue = Kuyruktaki herkese haber ver
settings-notify-leads = Yöneticilere haber ver
settings-priority = Yeni öncelik
settings-raise-hint = Zaten daha acil olan talep öyle kalır.
settings-raise-to = Önceliği yükselt: { $priority }
settings-move-to = { $queue } kuyruğuna taşı
