# Çalışanların iş yeri.

## Giriş
console-sign-in-title = Destek masasına giriş
console-sign-in-how = Telegram'da { $bot } botuna /console yazın. Bot tek kullanımlık bir giriş bağlantısı gönderir.
console-sign-in-no-bot = Telegram'da masanızın botuna /console yazın. Bot tek kullanımlık bir giriş bağlantısı gönderir.
console-sign-in-open-bot = { $bot } botunu aç
console-sign-in-demo = Bu bir deneme masası. Kim olarak girmek istersiniz?
console-sign-in-busy = Giriş yapılıyor…
console-sign-in-failed = Giriş yapılamadı
console-sign-in-link-spent = Bu bağlantı kullanılmış ya da eskimiş. Yenisi için bota /console yazın.
console-problem-start = Sunucu yanıt vermiyor
console-lost = Burada bir şey yok. Taleplere git

## Listeler
console-views = Listeler
console-view-waiting = Bekleyenler
console-view-mine = Benimkiler
console-view-unassigned = Atanmamış
console-view-open = Açık
console-view-resolved = Çözülmüş
console-view-all = Tümü
console-view-key = { $view } ({ $key } tuşu)
console-search = Ara
console-search-clear = Aramayı temizle
console-loading = Yükleniyor
console-list-failed = Liste yüklenemedi
console-list-stale = Liste güncel olmayabilir.
console-row-bot = Bot: { $words }
console-row-staff = Yanıt: { $words }
console-vip = Önemli müşteri
console-vip-short = VIP
console-empty-waiting = Kimse beklemiyor
console-empty-waiting-next = Yeni sorular burada kendiliğinden görünür.
console-empty-mine = Size ait talep yok
console-empty-mine-next = I tuşuyla bir talep alın ya da yanıtlayın: sizin olur.
console-empty-unassigned = Her talebin bir sorumlusu var
console-empty-unassigned-next = Sıradaki talep burada görünür.
console-empty-open = Açık talep yok
console-empty-open-next = Hepsi yanıtlandı. Yenileri burada kendiliğinden görünür.
console-empty-resolved = Henüz çözülen yok
console-empty-resolved-next = Bitirdiğiniz talepler burada durur.
console-empty-all = Henüz talep yok
console-empty-all-next = Bota müşteri olarak yazın: ilk talep burada görünür.
console-empty-search = “{ $words }” için sonuç yok
console-empty-search-next = Numara, ad, kullanıcı adı ya da konu ile arayın.
console-go-open = Açık taleplere bak
console-go-unassigned = Atanmamış taleplere bak
console-go-waiting = Kimlerin beklediğine bak
console-go-search-all = Tüm taleplerde ara
console-no-ticket-title = Bir talep seçin
console-no-ticket-words = J ve K ile gezin, Enter ile açın.

## İş
console-next = Sıradaki talep
console-next-none = Sizi bekleyen talep yok
console-next-failed = Talep alınmadı
console-presence = Durumunuz
console-presence-tickets = Açık talepler: { $open } / { $capacity }
console-presence-online = Çevrimiçi
console-presence-away = Uzakta
console-presence-offline = Çevrimdışı
console-presence-failed = Durumunuz değişmedi

## Talep
console-ticket-label = № { $number } numaralı talep
console-ticket-missing = № { $number } numaralı talep yok
console-ticket-missing-next = Listeye dön
console-ticket-failed = № { $number } numaralı talep yüklenemedi
console-back = Listeye dön
console-copy-link = Talebin bağlantısını kopyala
console-link-copied = № { $number } bağlantısı kopyalandı
console-topic = Konu
console-queue = Kuyruk
console-reopen = Yeniden aç
console-reopen-failed = Talep yeniden açılamadı
console-assignee = Sorumlu: { $name }
console-assignee-none = Kimse
console-assign-me = { $name } (siz)
console-assign-failed = Talep devredilemedi
console-unassign = Sorumluyu kaldır
console-staff-failed = Çalışanlar yüklenemedi. Yeniden denemek için basın.
console-status-accepted = Alındı
console-status-in-progress = İşlemde
console-status-clarification = Bilgi bekliyor
console-status-resolved = Çözüldü
console-status-closed = Kapandı
console-status-reopened = Yeniden açıldı
console-priority-low = Düşük
console-priority-normal = Normal
console-priority-high = Yüksek
console-priority-critical = Kritik
console-waiting = { $span } bekliyor
console-waiting-title = { $time } zamanından beri bir çalışan yanıtlamadı
console-deadline-left = { $span } kaldı
console-deadline-late = { $span } gecikti
console-deadline-title = En geç: { $time }
console-queue-place = sırada { $position }.
console-queue-place-next = sırada ilk
console-queue-place-title = { $queue } kuyruğunda alınmayı bekleyenler arasındaki yeri
console-fact-place = Sırada
console-deadline-paused = durduruldu
console-deadline-paused-title = Müşteriden yanıt bekleniyor, süre işlemiyor
console-deadline-passed = süresi geçti
console-sla-first-reply = İlk yanıt
console-sla-next-reply = Sonraki yanıt
console-sla-resolution = Çözüm
console-sla-promise = Söz verilen yanıt
console-stretch-moment = < 1 dk
console-stretch-minutes = { $count } dk
console-stretch-hours = { $count } sa
console-stretch-days = { $count } gün

## Yazışma
console-conversation = Yazışma
console-conversation-empty = Henüz bir şey yazılmadı
console-conversation-failed = Yazışma yüklenemedi
console-earlier = Önceki mesajları göster
console-earlier-failed = Önceki mesajlar gelmedi. Yeniden dene
console-new-messages = { $count } yeni mesaj
console-today = Bugün
console-yesterday = Dün
console-author-bot = Bot
console-author-staff = Çalışan
console-author-desk = Sistem
console-note-mark = iç not, müşteri görmez
console-edited = düzenlendi
console-edited-hide = önceki metinleri gizle
console-delivery-pending = Gönderiliyor…
console-delivery-sent-title = İletildi
console-delivery-failed = İletilmedi.
console-delivery-ambiguous = Ulaşıp ulaşmadığı bilinmiyor.
console-delivery-ambiguous-title = Telegram mesajı aldı ama onaylamadı. Yeniden gönderirseniz iki kez ulaşabilir.
console-send-again = Yeniden gönder
console-resend-failed = Yeniden gönderilemedi
console-outgoing-failed = Gönderilemedi, metniniz saklandı.
console-try-again = Yeniden dene
console-copy = Kopyala
console-discard = Sil
console-event-created = { $who } talebi açtı
console-event-status = { $who }: { $status }
console-event-assigned = { $who } talebi devretti: { $name }
console-event-taken = { $who } talebi aldı
console-event-unassigned = { $who } sorumluyu kaldırdı
console-event-returned =
    { $reason ->
        [silent] Kuyruğa döndü: sorumlusu uzun süre yanıt vermedi
        [offline] Kuyruğa döndü: sorumlusu çevrimdışı oldu
        [absent] Kuyruğa döndü: sorumlusu yerinde değildi
       *[other] Kuyruğa döndü
    }
console-event-handed =
    { $reason ->
        [round_robin] Talep verildi: { $name }, sıra ondaydı
        [least_loaded] Talep verildi: { $name }, en az talebi olan
       *[other] Talep verildi: { $name }
    }
console-event-priority = { $who } önceliği değiştirdi: { $priority }
console-event-raised =
    { $reason ->
        [hacked] Hesap çalınmış olabilir
        [fraud] Dolandırıcılık olabilir
        [card_blocked] Kart bloke
        [payment_failed] Ödeme başarısız
        [kyc] Kimlik doğrulamayla ilgili
        [security] Güvenlikle ilgili
        [asked_for_person] Bir çalışan istendi
        [macro] Makroyla
       *[other] Yeniden yönlendirildi
    }, öncelik: { $priority }, kuyruk: { $queue }
console-event-person =
    { $reason ->
        [hacked] { $who }: çalışan gerekiyor, hesap çalınmış olabilir
        [fraud] { $who }: çalışan gerekiyor, dolandırıcılık olabilir
        [card_blocked] { $who }: çalışan gerekiyor, kart bloke
        [payment_failed] { $who }: çalışan gerekiyor, ödeme başarısız
        [kyc] { $who }: çalışan gerekiyor, kimlik doğrulama
        [security] { $who }: çalışan gerekiyor, güvenlikle ilgili
       *[other] { $who } bir çalışan istedi
    }
console-event-escalated =
    { $metric ->
        [first_reply] İlk yanıt
        [next_reply] Sonraki yanıt
       *[resolution] Çözüm
    }{ $moment ->
        [start] , baştan acil
        [warn] : süre dolmak üzere
       *[breach] : süre geçti
    }, { $action ->
        [raise_priority] öncelik yükseltiliyor
        [move_queue] başka kuyruğa geçiyor
        [page_on_call] nöbetçi çağrılıyor
       *[notify] ekibe haber veriliyor
    }
console-event-reminded = Müşteriye soru hatırlatıldı
console-event-eta-moved = Müşteriye yeni bir saat söylendi
console-event-rated = { $who } yardımı puanladı: 5 üzerinden { $score }
console-event-low-rating = { $who } yardımı puanladı: 5 üzerinden { $score }. Bir yönetici bakacak
console-event-comment = { $who } puanının nedenini yazdı
console-event-held = { $who }: çözüm işe yaradı
console-event-not-held = { $who }: çözüm işe yaramadı
console-event-other = { $who } talebi değiştirdi
console-kind-photo = Fotoğraf
console-kind-document = Dosya
console-kind-video = Video
console-kind-animation = Animasyon
console-kind-video-note = Görüntülü mesaj
console-kind-voice = Sesli mesaj
console-kind-audio = Ses dosyası
console-kind-sticker = Çıkartma
console-kind-location = Konum
console-kind-contact = Kişi
console-kind-other = Burada gösterilemeyen bir mesaj
console-picture-open = Büyüt: { $name }
console-picture-failed = Resim yüklenmedi.
console-picture-previous = Önceki resim
console-picture-next = Sonraki resim
console-download = İndir
console-voice-play = Dinle
console-voice-pause = Duraklat
console-voice-position = Konumu
console-voice-failed = Ses yüklenmedi. Yeniden denemek için dinleye basın.

## Yazma
console-composer = Yaz
console-composer-mode = Ne yazıyorsunuz
console-mode-reply = Yanıt
console-mode-note = Not
console-mode-ask = Sor
console-mode-resolve = Çöz
console-mode-key = { $key } tuşu
console-placeholder-reply = { $name } için yanıt…
console-placeholder-note = Çalışma arkadaşlarınız için not…
console-placeholder-ask = İhtiyacınız olan tek bilgi: örneğin kartın son dört hanesi
console-placeholder-resolve = Bir iki cümleyle: ne yapıldı?
console-hint-reply = { $name } bunu Telegram'da okur. Dili: { $language }.
console-hint-note = Bunu yalnızca ekibiniz okur.
console-hint-ask = { $name } soruyu alır, talep yanıtı bekler. Dili: { $language }.
console-hint-resolve = { $name } bu özeti okur, talep biter. Dili: { $language }.
console-hint-unreachable = { $name } botu engelledi: bu ona ulaşmaz.
console-send-reply = Gönder
console-send-note = Notu kaydet
console-send-ask = Sor
console-send-resolve = Çöz
console-send-key = Ctrl+Enter
console-read-only = Bu talebi okuyabilirsiniz ama yazamazsınız.
console-macros = Makrolar
console-key-macros = Makrolar (boş yanıtta)
console-macro-field =
    { $field ->
        [field] Müşteriden ne gerekiyor
        [what] Ne yapıldı ya da ne oluyor
        [next] Sırada ne var
       *[detail] Ayrıntı
    }
console-macro-insert = Metni al
console-macro-send = Hemen gönder
console-macro-failed = Makro uygulanmadı
console-macro-missing = Henüz bilinmiyor: { $names }
console-macro-status =
    { $status ->
        [ask] müşteriye sorar
       *[resolve] talebi çözer
    }
console-macro-queue = kuyruk: { $queue }
console-macro-assignee =
    { $assignee ->
        [me] talep size geçer
       *[nobody] kuyruğa döner
    }
console-macro-priority = öncelik: { $priority }

## Müşteri
console-customer = Müşteri
console-unreachable-title = Ulaşılamıyor
console-unreachable-words = Müşteri botu engelledi ya da Telegram'dan ayrıldı. Dönene kadar yanıtlar ulaşmaz.
console-fact-language = Dil
console-fact-created = Açıldı
console-fact-first-reply = İlk yanıt
console-fact-promised = Söz verildi
console-fact-resolved = Çözüldü
console-language-az = Azerbaycanca
console-language-en = İngilizce
console-language-ru = Rusça
console-language-tr = Türkçe
console-asked = Sorduğumuz
console-summary = Özet
console-other-tickets = Diğer talepler
console-other-tickets-none = Bu ilk talebi.

## Menü, komutlar, tuşlar
console-menu = { $name }: menü
console-menu-language = Dil
console-menu-theme = Görünüm
console-menu-keys = Klavye
console-menu-sign-out = Çıkış
console-sign-out-failed = Çıkış yapılamadı
console-theme-auto = Sistemdeki gibi
console-theme-light = Açık
console-theme-dark = Koyu
console-role-admin = Yönetici
console-role-l1 = Birinci hat
console-role-l2 = İkinci hat
console-role-vip = VIP danışmanı
console-role-moderator = Moderatör
console-role-editor = İçerik editörü
console-role-analyst = Analist
console-role-compliance = Uyum sorumlusu
console-commands = Komutlar
console-commands-key = Ctrl K
console-command-placeholder = Talep numarası, liste, dil…
console-command-ticket = № { $number } numaralı talebi aç
console-command-search = Tüm taleplerde “{ $words }” ara
console-command-nothing = Sonuç yok
console-close = Kapat
console-key-move = Sonraki, önceki talep
console-key-open = Talebi aç
console-key-search = Ara
console-key-views = Listeler
console-key-reply = Yanıt
console-key-note = Not
console-key-ask = Müşteriye sor
console-key-resolve = Çöz
console-key-take = Talebi al
console-key-send = Gönder
console-key-back = Geri
console-key-commands = Komutlar
console-key-help = Bu sayfa

## Bağlantı ve sorunlar
console-live = Canlı
console-connecting = Bağlanıyor…
console-not-live = Bağlı değil
console-connection-lost = Bağlantı koptu. Gördükleriniz güncel olmayabilir; yeniden bağlanmayı deniyoruz.
console-reason-offline = Sunucuya ulaşılamıyor. Ağı denetleyin.
console-reason-timeout = Sunucu çok geç yanıt verdi.
console-reason-signed-out = Oturumunuz bitti. Yeniden giriş yapın.
console-reason-forbidden = Rolünüz buna izin vermiyor.
console-reason-too-fast = Aynı anda çok fazla istek var. Biraz bekleyin.
console-reason-desk = Sunucuda bir sorun var. Biraz sonra yeniden deneyin.
console-reason-refused = Sunucu bunu kabul etmedi ({ $code }).
console-reason-unexpected = Beklenmedik bir şey oldu.
