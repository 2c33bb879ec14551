# Kabinet: müştərinin öz səhifəsində oxuduqları.

# Cavabın vaxtı; başqa mətnlərin içində işlənir.
cabinet-by =
    { $day ->
        [today] saat { $time }-dək
        [tomorrow] sabah saat { $time }-dək
       *[later] { $date } saat { $time }-dək
    }

cabinet-title = Dəstək
cabinet-tickets = Müraciətlərim
cabinet-ticket = № { $id }
cabinet-settings = Ayarlar
cabinet-help = Kömək
cabinet-ask = Yeni sual
cabinet-refresh = Yenilə
cabinet-loading = Yüklənir
cabinet-close = Bağlamaq
cabinet-again = Yenidən cəhd etmək
cabinet-more = Daha çox göstərmək
cabinet-change = Dəyişmək
cabinet-send = Göndərmək

cabinet-filter = Hansı müraciətlər
cabinet-filter-open = Açıq
cabinet-filter-ended = Həll olunan
cabinet-empty = Açıq müraciətiniz yoxdur
cabinet-empty-hint = İstədiyinizi soruşun: əməkdaşımız cavab verəcək, vaxtı isə burada görünəcək.
cabinet-empty-ended = Hələ ki boşdur
cabinet-empty-ended-hint = Sizin üçün həll etdiklərimiz burada qalacaq.
cabinet-you = Siz: { $words }
cabinet-unread = { $count } yeni mesaj
cabinet-in-by = { $by } · { $minutes } dəqiqəyə
cabinet-late-short = bir az gecikirik

cabinet-status-accepted = Qəbul olundu
cabinet-status-in-progress = İcradadır
cabinet-status-in-progress-by = İcradadır · { $agent } məşğul olur
cabinet-status-clarification = Sizdən bir məlumat lazımdır
cabinet-status-resolved = Həll olundu
cabinet-status-closed = Bağlandı
cabinet-status-reopened = Yenidən açıldı

cabinet-answers =
    { $who ->
        [agent] { $agent } elə burada cavab verəcək.
       *[person] Əməkdaşımız elə burada cavab verəcək.
    }
cabinet-answers-by =
    { $who ->
        [agent] { $agent } { $by } cavab verəcək.
       *[person] Əməkdaşımız { $by } cavab verəcək.
    }
cabinet-in = { $minutes } dəqiqəyə
cabinet-late = Söz verdiyimiz vaxta çatmadıq. Əməkdaşımız elə burada cavab verəcək.
cabinet-next = Növbəti sizsiniz.
cabinet-before = Sizdən əvvəl { $count } nəfər var.
cabinet-need = Bizə lazımdır: { $need }
cabinet-need-words = Aşağıda cavab yazın, davam edək.

cabinet-conversation = Yazışma
cabinet-earlier = Əvvəlki mesajlar
cabinet-fresh = Yeni mesaj
cabinet-today = Bu gün
cabinet-yesterday = Dünən
cabinet-author-you = Siz
cabinet-author-bot = Bot
cabinet-author-staff = Dəstək
cabinet-edited = düzəliş edilib
cabinet-file =
    { $kind ->
        [photo] Şəkil
        [video] Video
        [voice] Səsli mesaj
       *[other] Fayl
    }
cabinet-write = Mesaj
cabinet-answer = Cavabınız
cabinet-sending = Göndərilir
cabinet-not-sent = Göndərilmədi. Yazdıqlarınız saxlanılıb.
cabinet-retry = Yenidən göndərmək
cabinet-drop = Silmək

cabinet-about = Bu müraciət haqqında
cabinet-notify = Dəyişiklikləri bildirmək
cabinet-notify-hint = Nəsə dəyişəndə bot sizə yazacaq. Cavablar hər halda gəlir.
cabinet-topic = Mövzu
cabinet-agent = Kim məşğul olur
cabinet-opened = Açılıb
cabinet-close-ticket = Həll olundu, bağlamaq
cabinet-close-hint = 3 gün ərzində yenidən aça bilərsiniz.
cabinet-close-sure = Bağlanmış müraciətə cavab verilmir. Bağlayaq?
cabinet-close-yes = Bəli, bağlayın
cabinet-reopen = Yenidən açmaq
cabinet-over = Müraciət başa çatıb
cabinet-over-hint = Bu müraciət çoxdan başa çatıb. Sadəcə yeni sual verin.
cabinet-rate = İşimizi necə qiymətləndirirsiniz?
cabinet-rated = Təşəkkür edirik, bu bizə kömək edir.
cabinet-rate-1 = Çox pis
cabinet-rate-2 = Pis
cabinet-rate-3 = Orta
cabinet-rate-4 = Yaxşı
cabinet-rate-5 = Əla

cabinet-topic-ask = Nə ilə bağlıdır?
cabinet-secrets = Kartın tam nömrəsini, şifrələri və SMS kodlarını yazmayın. Biz onları heç vaxt soruşmuruq.
cabinet-kept = { $reason } Yazdıqlarınız burada saxlanılıb.

cabinet-language = Dil
cabinet-times = Vaxt
cabinet-zone = Saat qurşağı
cabinet-zone-desk = Dəstəkdəki kimi ({ $zone })
cabinet-zone-here = Bu telefondakı kimi ({ $zone })
cabinet-zone-search = Şəhər və ya bölgə, ingiliscə
cabinet-zone-none = Belə qurşaq yoxdur. Yaxınlıqdakı böyük şəhəri yazın.
cabinet-notices = Bot nə yazsın
cabinet-notices-series = Hər addımı
cabinet-notices-short = Yalnız vacib olanı
cabinet-notices-hint = Cavablar, suallar və nəticə həmişə gəlir; hər addım seçilibsə, yeni vaxtlar və necə keçdiyi barədə sual da. Müraciətin özündə seçdiyiniz həmin müraciətə aiddir.
cabinet-quiet = Sakit saatlar
cabinet-quiet-hint = Bu vaxt bot sizi narahat etmir. Təcili olanlar yenə gəlir.
cabinet-quiet-desk = Adi qaydada: { $from }–{ $until }
cabinet-quiet-desk-none = Adi qaydada: istənilən vaxt
cabinet-quiet-own = Öz saatlarım
cabinet-quiet-off = İstənilən vaxt yazın
cabinet-quiet-from = Başlanğıc
cabinet-quiet-until = Son
cabinet-quiet-same = Son başlanğıcdan fərqli olmalıdır.
cabinet-consents = Nəyə razılıq vermisiniz
cabinet-consent-given = Razılıq verilib: { $at }
cabinet-consent-withdrawn = Geri götürülüb: { $at }
cabinet-consent-none = Hazırda razılığınız yoxdur. Yeni sual verəndə yenidən razılıq vermiş olursunuz.
cabinet-withdraw = Razılığı geri götürmək
cabinet-withdraw-hint = İndiyədək yazılanlar qalır. Yeni sual verəndə yenidən razılıq vermiş olursunuz.
cabinet-withdraw-yes = Bəli, geri götürürəm
cabinet-leave = Buradan çıxmaq
cabinet-leave-hint = Bu brauzerdə sizə aid heç nə qalmayacaq.

cabinet-waiting = Bağlantı gözləyir
cabinet-waiting-hint = Bağlantı olan kimi özü göndəriləcək.
cabinet-offline = Bağlantı yoxdur. Yazdıqlarınız itməyəcək.
cabinet-unreachable = Hazırda bizimlə əlaqə yoxdur
cabinet-unknown = Tapılmadı
cabinet-unknown-number = Burada № { $id } yoxdur
cabinet-unknown-page = Belə səhifə yoxdur
cabinet-unknown-hint = Ola bilsin, başqa hesabın müraciətidir.
cabinet-to-tickets = Müraciətlərimə
cabinet-closed = Bu səhifəni söhbətdən açın
cabinet-closed-hint = Bota /cabinet yazın və gələn düyməyə toxunun.
cabinet-to-chat = Söhbətə qayıtmaq

cabinet-reason-unexpected = Burada nəsə səhv getdi. Yenidən cəhd edin.
cabinet-reason-offline = Bağlantı yoxdur. Bir azdan yenidən cəhd edin.
cabinet-reason-too-fast = Çox tez oldu. Bir dəqiqə gözləyib yenidən cəhd edin.
cabinet-reason-desk = Bizdə nəsə xarab oldu. Bir dəqiqədən sonra yenidən cəhd edin.
