# Settings: automation.

settings-automation = Avtomatlaşdırma
automation-lead = Xidmətin özünün gördüyü işlər: nəsə baş verir, şərt doğrudur — qayda işləyir.
automation-rules = Qaydalar
automation-rules-hint = Yuxarıdan aşağı: hər qayda özündən əvvəlkilərin etdiyini görür.
automation-none = Hələ qayda yoxdur. Birini yazın: siz qoşana qədər söndürülü qalır.
automation-rule = Qayda
automation-new = Yeni qayda
automation-today = bu gün { $count }
automation-state-paused = Söndürüldü: çox tez-tez
automation-paused = Bu qayda çox tez-tez işlədiyi üçün söndürülüb. Yenidən qoşmazdan əvvəl nə etdiyinə baxın.
automation-active = Qoşulub
automation-active-hint = Yalnız bundan sonra baş verənlərə aiddir, keçmişə yox.
automation-saved = Saxlanıldı. Yeni versiya qüvvədədir.
automation-saved-off = Saxlanıldı. Qayda söndürülüdür: sınayın, sonra qoşun.
automation-delete = Sil
automation-delete-sure = Həmişəlik sil
automation-versions-hint = Birini seçib ondan davam edin.
automation-when = Nə vaxt
# keys: automation-on-*
automation-on-created = Müraciət açılanda
automation-on-message-in = Müştəri yenidən yazanda
automation-on-message-out = Əməkdaş cavab verəndə
automation-on-status-changed = Status dəyişəndə
automation-on-clarification-asked = Müştəriyə sual veriləndə
automation-on-sla = Vədin vaxtı yaxınlaşanda və ya keçəndə
automation-on-rated = Qiymət veriləndə
automation-on-time-since = Müəyyən vaxt keçəndə
# keys: automation-status-*
automation-status-from = Hansı statusdan
automation-status-to = Hansı statusa
automation-sla = Nə baş verir
# keys: automation-sla-*
automation-sla-warn = Vaxt yaxınlaşır
automation-sla-breach = Vaxt keçdi
automation-metric = Vəd
# keys: automation-metric-*
automation-metric-any = istənilən vəd
automation-metric-first-reply = ilk cavab
automation-metric-next-reply = növbəti cavab
automation-metric-resolution = həll
automation-rated = Qiymət { $least }–{ $most }
# keys: automation-score-*
automation-score-at-least = Ən aşağı qiymət
automation-score-at-most = Ən yuxarı qiymət
automation-since = { $time } keçib: { $moment }
automation-time = Nə qədər
automation-moment = Nədən bəri
# keys: automation-moment-*
automation-moment-created = müraciət açılandan
automation-moment-customer-message = müştərinin son sözündən
automation-moment-agent-reply = son cavabdan
automation-moment-resolved = həll olunandan
automation-moment-clarification = sual veriləndən
automation-moment-waiting = müştəri gözləməyə başlayandan
# keys: automation-a*
automation-all = Bunların hamısı doğrudursa
automation-any = Və bunlardan biri
automation-condition-add = Şərt əlavə et
automation-what = Nə
automation-choose = Seçin
automation-is = Necə müqayisə olunur
automation-is-one = bunlardan biri
automation-is-none = bunlardan heç biri
automation-is-not = { $name }, bunlar deyil: { $values }
# keys: automation-field-*
automation-field-topic = Mövzu
automation-field-queue = Növbə
automation-field-priority = Vaciblik
automation-field-status = Status
automation-field-language = Dil
automation-field-tag = Etiketlər
automation-field-words = Mesajdakı sözlər
automation-field-vip = VIP
automation-field-assignee = Məsul şəxs
automation-field-business-hours = İş saatları
automation-field-messages = Müştərinin mesajları
automation-field-waiting = Gözləmə
automation-words-hint = Hər birindən sonra Enter. Böyük-kiçik hərf və işarələr fərq etmir.
automation-tags-hint = Hər birindən sonra Enter.
# keys: automation-assignee-*
automation-assignee-none = Məsul şəxs yoxdur
automation-assignee-present = Məsul şəxs var
automation-hours = Nə vaxt
automation-hours-inside = iş saatlarında
automation-hours-outside = iş saatlarından kənar
automation-hours-in = { $calendar }: iş saatlarında
automation-hours-out = { $calendar }: iş saatlarından kənar
automation-calendar = Təqvim
automation-messages = Müştəridən { $least }–{ $most } mesaj
automation-messages-least = Müştəridən { $least } və ya daha çox mesaj
# keys: automation-count-*
automation-count-at-least = Ən azı
automation-count-at-most = Ən çoxu
automation-waiting = { $time } və ya daha çox gözləyir
automation-waits = Ən azı gözləyir
automation-then = Onda
automation-deed-add = Addım əlavə et
automation-deed = Nə etməli
# keys: automation-do-*
automation-do-set-priority = Vacibliyi dəyiş
automation-do-move-queue = Növbəyə keçir
automation-do-assign = Məsul təyin et
automation-do-tag = Etiket qoy
automation-do-untag = Etiketi götür
automation-do-macro = Makro ilə yaz
automation-do-note = Qeyd yaz
automation-do-notify = Xəbər ver
automation-do-end = Makro ilə bitir
automation-do-snooze = Təxirə sal
automation-macro = Makro
automation-end = Necə bitir
# keys: automation-end-*
automation-end-resolve = Həll olundu
automation-end-close = Bağla
automation-whom = Kimə
# keys: automation-whom-*
automation-whom-assignee = məsul şəxsə
automation-whom-queue = növbəyə
automation-whom-leads = rəhbərlərə
automation-notice = Nə oxusunlar
automation-trial = Keçmişdə sına
automation-trial-hint = Bu qayda son 200 müraciətdə nə edərdi. Onlara heç nə olmur.
automation-trial-go = Sına
automation-trial-failed = Sınamaq alınmadı
automation-trial-stale = Qayda o vaxtdan dəyişib. Yenidən sınayın.
automation-trial-sum = { $looked } müraciətdən { $tickets }-də, cəmi { $times } dəfə
automation-trial-storm = Bir dəqiqədə { $count }: qayda söndürülərdi.
automation-trial-part = Bütün müraciətlərə baxılmadı: vaxt bitdi, ya da daha çoxdur.
automation-trial-unknown = Keçmişin demədikləri: { $what }.
# keys: automation-unknown-*
automation-unknown-vip = o vaxt kim VIP idi
automation-unknown-calendar = o vaxtkı təqvimlər
automation-unknown-words = düzəlişdən əvvəlki sözlər
automation-unknown-queue = köhnə müraciətlərin növbəsi
automation-unknown-people = bundan sonra insanların nə edəcəyi
automation-unknown-others = bundan sonra başqa qaydaların nə edəcəyi
# keys: automation-outcome-*
automation-outcome-nothing = dəyişməli heç nə yox
automation-outcome-refused = bir addım mümkün olmadı
automation-runs = Qaydalar nə etdi
automation-runs-hint = Ən yenisi birinci. Hər biri müraciətin tarixçəsində də var.
automation-runs-none = Hələ heç nə.
automation-runs-more = Əvvəlkiləri göstər
