# Settings: service levels.

settings-sla = Cavab vaxtları
settings-sla-lead = Müştərilərə nə vəd edirsiniz, vaxt hansı saatlarda sayılır və bitməyə yaxın nə baş verir. Açıq müraciətlər hər dəyişikliyə saniyələr ərzində uyğunlaşır.
settings-promises = Vədlər
settings-promises-hint = Hər növbənin nə qədər vaxtı var. Ayrıca prioritetin öz vaxtı ola bilər.
settings-promise-none = Vəd yoxdur
settings-promise-same = Yuxarıdakı kimi
settings-promise-own = { $queue }: bir prioritet üçün ayrıca vəd
settings-promise-own-which = Hansı prioritet üçün?
settings-promise-drop = Bunu daha vəd etmə
settings-always = Günün 24 saatı
settings-target = Vaxt
# keys: settings-target-*
settings-target-first-reply = Müştərinin ilk sözündən əməkdaşın ilk cavabına qədər.
settings-target-next-reply = Cavabsız qalan ən köhnə sözdən növbəti cavaba qədər.
settings-target-resolution = Müraciətdən həllinə qədər.
settings-calendar = Sayılan saatlar
settings-calendar-hint = Bu saatlardan kənarda vaxt dayanır.
settings-warn = Xəbərdarlıq
settings-warn-hint = “Vaxt bitmək üzrədir” addımları o an atılır.
settings-warn-at = vaxtın { $share } %-i keçəndə
settings-pause = Müştəridən cavab gözlənilərkən dayansın
settings-pause-hint = Cavab gələndə vaxt davam edir.
settings-reopened = Yenidən açılanlar üçün başqa vaxt
settings-reopened-hint = Qayıtmalı olan müştəri daha az gözləməlidir.
settings-calendars = Təqvimlər
settings-calendars-hint = İş saatları və qeyri-iş günləri, öz saat qurşağında.
settings-calendars-none = Hələ təqvim yoxdur: bütün vədlər günün 24 saatı sayılır.
settings-calendar-new = Yeni təqvim
settings-escalation = Eskalasiya
settings-escalation-hint = Öz-özünə baş verənlər. Addımlar yuxarıdan aşağı, hər vəd üçün bir dəfə atılır.
settings-escalation-none = Hələ heç nə öz-özünə baş vermir. Addım əlavə edin, məsələn: vəd pozulanda rəhbərlərə xəbər ver.
settings-step = Addım
settings-step-new = Yeni addım
settings-moment = Nə vaxt
# keys: settings-moment-*
settings-moment-start = Növbəyə müraciət düşəndə
settings-moment-warn = Vaxt bitmək üzrədir
settings-moment-breach = Vəd pozulub
settings-any-queue = İstənilən növbə
settings-any-metric = İstənilən vəd
settings-metric = Vəd
settings-do = Nə baş verir
# keys: settings-do-*
settings-do-notify = Xəbər ver
settings-do-raise-priority = Prioriteti qaldır
settings-do-move-queue = Başqa növbəyə keçir
settings-do-page-on-call = Növbətçini çağır
settings-whom = Kimə
# keys: settings-whom-*
settings-whom-assignee = Məsul əməkdaşa
settings-whom-queue = Növbədəki hamıya
settings-whom-leads = Rəhbərlərə
# keys: settings-notify-*
settings-notify-assignee = Məsul əməkdaşa xəbər ver
settings-notify-queue = Növbədəki hamıya xəbər ver
settings-notify-leads = Rəhbərlərə xəbər ver
settings-priority = Yeni prioritet
settings-raise-hint = Daha təcili olan müraciət elə qalır.
settings-raise-to = Prioriteti qaldır: { $priority }
settings-move-to = { $queue } növbəsinə keçir
