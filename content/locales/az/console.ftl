# Əməkdaşların iş yeri.

## Giriş
console-sign-in-title = Dəstək xidmətinə giriş
console-sign-in-how = Telegram-da { $bot } botuna /console yazın. Bot birdəfəlik giriş keçidi göndərəcək.
console-sign-in-no-bot = Telegram-da xidmətin botuna /console yazın. Bot birdəfəlik giriş keçidi göndərəcək.
console-sign-in-open-bot = { $bot } botunu aç
console-sign-in-demo = Bu, nümayiş üçündür. Kim kimi daxil olursunuz?
console-sign-in-busy = Daxil olursunuz…
console-sign-in-failed = Daxil ola bilmədiniz
console-sign-in-link-spent = Bu keçid artıq istifadə olunub və ya köhnəlib. Yenisi üçün bota /console yazın.
console-problem-start = Sistem cavab vermir
console-lost = Burada heç nə yoxdur. Müraciətlərə keçin

## Siyahılar
console-views = Siyahılar
console-view-waiting = Gözləyir
console-view-mine = Mənimkilər
console-view-unassigned = Təyin edilməyib
console-view-open = Açıq
console-view-resolved = Həll olunub
console-view-all = Hamısı
console-view-key = { $view } ({ $key } düyməsi)
console-search = Axtarış
console-search-clear = Axtarışı təmizlə
console-loading = Yüklənir
console-list-failed = Siyahını açmaq alınmadı
console-list-stale = Siyahı köhnəlmiş ola bilər.
console-row-bot = Bot: { $words }
console-row-staff = Cavab: { $words }
console-vip = Vacib müştəri
console-vip-short = VIP
console-empty-waiting = Heç kim gözləmir
console-empty-waiting-next = Yeni suallar özü burada görünəcək.
console-empty-mine = Sizə aid müraciət yoxdur
console-empty-mine-next = I düyməsi ilə götürün və ya cavab yazın: müraciət sizin olacaq.
console-empty-unassigned = Hər müraciətin sahibi var
console-empty-unassigned-next = Növbəti müraciət burada görünəcək.
console-empty-open = Açıq müraciət yoxdur
console-empty-open-next = Hamısına cavab verilib. Yeniləri özü burada görünəcək.
console-empty-resolved = Hələ həll olunan yoxdur
console-empty-resolved-next = Bitirdiyiniz müraciətlər burada saxlanılır.
console-empty-all = Hələ müraciət yoxdur
console-empty-all-next = Bota müştəri kimi yazın: ilk müraciət burada görünəcək.
console-empty-search = “{ $words }” üzrə heç nə tapılmadı
console-empty-search-next = Nömrə, ad, istifadəçi adı və ya mövzu üzrə axtarın.
console-go-open = Açıq müraciətlərə bax
console-go-unassigned = Təyin edilməyənlərə bax
console-go-waiting = Gözləyənlərə bax
console-go-search-all = Bütün müraciətlərdə axtar
console-no-ticket-title = Müraciət seçin
console-no-ticket-words = J və K ilə gəzin, Enter ilə açın.

## İş
console-next = Növbəti müraciət
console-next-none = Sizi gözləyən müraciət yoxdur
console-next-failed = Müraciət götürülmədi
console-presence = Vəziyyətiniz
console-presence-tickets = Açıq müraciətlər: { $open } / { $capacity }
console-presence-online = Onlayn
console-presence-away = Fasilədə
console-presence-offline = Oflayn
console-presence-failed = Vəziyyətiniz dəyişmədi

## Müraciət
console-ticket-label = № { $number } müraciəti
console-ticket-missing = № { $number } müraciəti yoxdur
console-ticket-missing-next = Siyahıya qayıt
console-ticket-failed = № { $number } müraciətini açmaq alınmadı
console-back = Siyahıya qayıt
console-copy-link = Müraciətin keçidini kopyala
console-link-copied = № { $number } keçidi kopyalandı
console-topic = Mövzu
console-queue = Növbə
console-reopen = Yenidən aç
console-reopen-failed = Müraciət yenidən açılmadı
console-assignee = Məsul: { $name }
console-assignee-none = Heç kim
console-assign-me = { $name } (siz)
console-assign-failed = Müraciət ötürülmədi
console-unassign = Məsulu götür
console-staff-failed = Əməkdaşların siyahısı açılmadı. Təkrar üçün basın.
console-status-accepted = Qəbul olunub
console-status-in-progress = İcradadır
console-status-clarification = Dəqiqləşdirilir
console-status-resolved = Həll olunub
console-status-closed = Bağlanıb
console-status-reopened = Yenidən açılıb
console-priority-low = Aşağı
console-priority-normal = Adi
console-priority-high = Yüksək
console-priority-critical = Kritik
console-waiting = { $span } gözləyir
console-waiting-title = { $time } tarixindən bəri əməkdaş cavabı yoxdur
console-deadline-left = { $span } qalıb
console-deadline-late = { $span } gecikir
console-deadline-title = Son vaxt: { $time }
console-queue-place = növbədə yeri: { $position }
console-queue-place-next = növbədə birinci
console-queue-place-title = { $queue } növbəsində götürülməyi gözləyənlər arasında yeri
console-fact-place = Növbədə
console-deadline-paused = dayandırılıb
console-deadline-paused-title = Müştəridən cavab gözlənilir, vaxt dayandırılıb
console-deadline-passed = vaxtı keçib
console-sla-first-reply = İlk cavab
console-sla-next-reply = Növbəti cavab
console-sla-resolution = Həll
console-sla-promise = Vəd edilən cavab
console-stretch-moment = < 1 dəq
console-stretch-minutes = { $count } dəq
console-stretch-hours = { $count } saat
console-stretch-days = { $count } gün

## Yazışma
console-conversation = Yazışma
console-conversation-empty = Hələ heç nə yazılmayıb
console-conversation-failed = Yazışmanı açmaq alınmadı
console-earlier = Əvvəlki mesajları göstər
console-earlier-failed = Əvvəlki mesajlar gəlmədi. Yenidən cəhd et
console-new-messages = { $count } yeni mesaj
console-today = Bu gün
console-yesterday = Dünən
console-author-bot = Bot
console-author-staff = Əməkdaş
console-author-desk = Sistem
console-note-mark = daxili qeyd, müştəri görmür
console-edited = düzəliş edilib
console-edited-hide = əvvəlki mətnləri gizlət
console-delivery-pending = Göndərilir…
console-delivery-sent-title = Çatdırıldı
console-delivery-failed = Çatdırılmadı.
console-delivery-ambiguous = Çatıb-çatmadığı məlum deyil.
console-delivery-ambiguous-title = Telegram mesajı götürdü, amma təsdiqləmədi. Yenidən göndərsəniz, iki dəfə çata bilər.
console-send-again = Yenidən göndər
console-resend-failed = Yenidən göndərilmədi
console-outgoing-failed = Göndərilmədi, mətniniz saxlanılıb.
console-try-again = Yenidən cəhd et
console-copy = Kopyala
console-discard = Sil
console-event-created = { $who } müraciəti açdı
console-event-status = { $who }: { $status }
console-event-assigned = { $who } müraciəti ötürdü: { $name }
console-event-taken = { $who } müraciəti götürdü
console-event-unassigned = { $who } məsulu götürdü
console-event-returned =
    { $reason ->
        [silent] Növbəyə qayıtdı: məsul şəxs uzun müddət cavab vermədi
        [offline] Növbəyə qayıtdı: məsul şəxs oflayn oldu
        [absent] Növbəyə qayıtdı: məsul şəxs yerində deyildi
       *[other] Növbəyə qayıtdı
    }
console-event-handed =
    { $reason ->
        [round_robin] Müraciət verildi: { $name }, sıra onun idi
        [least_loaded] Müraciət verildi: { $name }, açıq müraciəti ən az olan
       *[other] Müraciət verildi: { $name }
    }
console-event-priority = { $who } vacibliyi dəyişdi: { $priority }
console-event-raised =
    { $reason ->
        [hacked] Hesab oğurlanmış ola bilər
        [fraud] Fırıldaqçılıq ola bilər
        [card_blocked] Kart bloklanıb
        [payment_failed] Ödəniş alınmayıb
        [kyc] Şəxsiyyətin yoxlanması ilə bağlıdır
        [security] Təhlükəsizliklə bağlıdır
        [asked_for_person] Əməkdaş istənilib
        [macro] Makro ilə
       *[other] Yenidən yönləndirildi
    }, vaciblik: { $priority }, növbə: { $queue }
console-event-person =
    { $reason ->
        [hacked] { $who }: əməkdaş lazımdır, hesab oğurlanmış ola bilər
        [fraud] { $who }: əməkdaş lazımdır, fırıldaqçılıq ola bilər
        [card_blocked] { $who }: əməkdaş lazımdır, kart bloklanıb
        [payment_failed] { $who }: əməkdaş lazımdır, ödəniş alınmayıb
        [kyc] { $who }: əməkdaş lazımdır, şəxsiyyətin yoxlanması
        [security] { $who }: əməkdaş lazımdır, təhlükəsizliklə bağlıdır
       *[other] { $who } əməkdaş istədi
    }
console-event-escalated =
    { $metric ->
        [first_reply] İlk cavab
        [next_reply] Növbəti cavab
       *[resolution] Həll
    }{ $moment ->
        [start] , əvvəldən təcilidir
        [warn] : vaxt bitmək üzrədir
       *[breach] : vaxt keçib
    }, { $action ->
        [raise_priority] vaciblik artırılır
        [move_queue] başqa növbəyə keçirilir
        [page_on_call] növbətçi çağırılır
       *[notify] komandaya xəbər verilir
    }
console-event-reminded = Müştəriyə sual xatırladıldı
console-event-eta-moved = Müştəriyə yeni vaxt deyildi
console-event-rated = { $who } köməyi qiymətləndirdi: 5-dən { $score }
console-event-low-rating = { $who } köməyi qiymətləndirdi: 5-dən { $score }. Rəhbər baxacaq
console-event-comment = { $who } qiymətinin səbəbini yazdı
console-event-held = { $who }: həll işə yaradı
console-event-not-held = { $who }: həll işə yaramadı
console-event-other = { $who } müraciəti dəyişdi
console-kind-photo = Şəkil
console-kind-document = Fayl
console-kind-video = Video
console-kind-animation = Animasiya
console-kind-video-note = Video mesaj
console-kind-voice = Səsli mesaj
console-kind-audio = Audio
console-kind-sticker = Stiker
console-kind-location = Yer
console-kind-contact = Kontakt
console-kind-other = Burada göstərilə bilməyən mesaj
console-picture-open = { $name }: böyüt
console-picture-failed = Şəkil yüklənmədi.
console-picture-previous = Əvvəlki şəkil
console-picture-next = Növbəti şəkil
console-download = Endir
console-voice-play = Dinlə
console-voice-pause = Fasilə
console-voice-position = Yeri
console-voice-failed = Səs yüklənmədi. Təkrar üçün dinlə düyməsini basın.

## Yazmaq
console-composer = Yazmaq
console-composer-mode = Nə yazırsınız
console-mode-reply = Cavab
console-mode-note = Qeyd
console-mode-ask = Soruş
console-mode-resolve = Həll et
console-mode-key = { $key } düyməsi
console-placeholder-reply = { $name } üçün cavab…
console-placeholder-note = Həmkarlarınız üçün qeyd…
console-placeholder-ask = Sizə lazım olan bir məlumat: məsələn, kartın son dörd rəqəmi
console-placeholder-resolve = Bir-iki cümlə ilə: nə edildi?
console-hint-reply = { $name } bunu Telegram-da oxuyacaq. Dili: { $language }.
console-hint-note = Bunu yalnız komandanız oxuyur.
console-hint-ask = { $name } sualı alacaq, müraciət cavabı gözləyəcək. Dili: { $language }.
console-hint-resolve = { $name } bu yekunu oxuyacaq, müraciət bitəcək. Dili: { $language }.
console-hint-unreachable = { $name } botu bloklayıb: bu ona çatmayacaq.
console-send-reply = Göndər
console-send-note = Qeydi saxla
console-send-ask = Soruş
console-send-resolve = Həll et
console-send-key = Ctrl+Enter
console-read-only = Bu müraciəti oxuya bilərsiniz, amma yaza bilməzsiniz.
console-macros = Makrolar
console-key-macros = Makrolar (boş cavabda)
console-macro-field =
    { $field ->
        [field] Müştəridən nə lazımdır
        [what] Nə edilib və ya nə baş verir
        [next] Bundan sonra nə olacaq
       *[detail] Təfərrüat
    }
console-macro-insert = Mətni götür
console-macro-send = Dərhal göndər
console-macro-failed = Makro işləmədi
console-macro-missing = Hələ məlum deyil: { $names }
console-macro-status =
    { $status ->
        [ask] müştəridən soruşur
       *[resolve] müraciəti həll edir
    }
console-macro-queue = növbə: { $queue }
console-macro-assignee =
    { $assignee ->
        [me] müraciət sizə keçir
       *[nobody] növbəyə qayıdır
    }
console-macro-priority = vaciblik: { $priority }

## Müştəri
console-customer = Müştəri
console-unreachable-title = Əlaqə yoxdur
console-unreachable-words = Müştəri botu bloklayıb və ya Telegram-dan çıxıb. Qayıdana qədər cavablar ona çatmır.
console-fact-language = Dil
console-fact-created = Açılıb
console-fact-first-reply = İlk cavab
console-fact-promised = Söz verilib
console-fact-resolved = Həll olunub
console-language-az = Azərbaycan
console-language-en = İngilis
console-language-ru = Rus
console-language-tr = Türk
console-asked = Soruşduq
console-summary = Yekun
console-other-tickets = Digər müraciətlər
console-other-tickets-none = Bu, ilk müraciətidir.

## Menyu, əmrlər, düymələr
console-menu = { $name }: menyu
console-menu-language = Dil
console-menu-theme = Görünüş
console-menu-keys = Klaviatura
console-menu-sign-out = Çıxış
console-sign-out-failed = Hələ də sistemdəsiniz
console-theme-auto = Sistemdəki kimi
console-theme-light = İşıqlı
console-theme-dark = Qaranlıq
console-role-admin = Administrator
console-role-l1 = Birinci xətt
console-role-l2 = İkinci xətt
console-role-vip = VIP konsyerj
console-role-moderator = Moderator
console-role-editor = Redaktor
console-role-analyst = Analitik
console-role-compliance = Uyğunluq üzrə məsul
console-commands = Əmrlər
console-commands-key = Ctrl K
console-command-placeholder = Müraciət nömrəsi, siyahı, dil…
console-command-ticket = № { $number } müraciətini aç
console-command-search = Bütün müraciətlərdə “{ $words }” axtar
console-command-nothing = Heç nə tapılmadı
console-close = Bağla
console-key-move = Növbəti, əvvəlki müraciət
console-key-open = Müraciəti aç
console-key-search = Axtarış
console-key-views = Siyahılar
console-key-reply = Cavab
console-key-note = Qeyd
console-key-ask = Müştəridən soruş
console-key-resolve = Həll et
console-key-take = Müraciəti götür
console-key-send = Göndər
console-key-back = Geri
console-key-commands = Əmrlər
console-key-help = Bu vərəq

## Əlaqə və çətinliklər
console-live = Canlı
console-connecting = Qoşulur…
console-not-live = Qoşulmayıb
console-connection-lost = Əlaqə kəsilib. Gördükləriniz köhnəlmiş ola bilər; yenidən qoşulmağa çalışırıq.
console-reason-offline = Sistemə qoşulmaq olmur. Şəbəkəni yoxlayın.
console-reason-timeout = Sistem çox gec cavab verdi.
console-reason-signed-out = Sessiyanız bitib. Yenidən daxil olun.
console-reason-forbidden = Rolunuz buna icazə vermir.
console-reason-too-fast = Eyni anda çox sorğu var. Bir az gözləyin.
console-reason-desk = Sistemin özündə problem var. Bir azdan yenidən cəhd edin.
console-reason-refused = Sistem bunu qəbul etmədi ({ $code }).
console-reason-unexpected = Gözlənilməz xəta baş verdi.
