# Müşteri paneli: müşterinin kendi sayfasında okudukları.

# Yanıtın saati; başka metinlerin içinde kullanılır.
cabinet-by =
    { $day ->
        [today] en geç { $time }
        [tomorrow] yarın en geç { $time }
       *[later] { $date }, en geç { $time }
    }

cabinet-title = Destek
cabinet-tickets = Taleplerim
cabinet-ticket = № { $id }
cabinet-settings = Ayarlar
cabinet-help = Yardım
cabinet-ask = Yeni soru
cabinet-refresh = Yenile
cabinet-loading = Yükleniyor
cabinet-close = Kapat
cabinet-again = Yeniden dene
cabinet-more = Daha fazla göster
cabinet-change = Değiştir
cabinet-send = Gönder

cabinet-filter = Hangi talepler
cabinet-filter-open = Açık
cabinet-filter-ended = Çözülen
cabinet-empty = Açık talebiniz yok
cabinet-empty-hint = Dilediğinizi sorun: bir görevli yanıtlar, ne zaman olacağını burada görürsünüz.
cabinet-empty-ended = Henüz bir şey yok
cabinet-empty-ended-hint = Sizin için çözdüklerimiz burada kalır.
cabinet-you = Siz: { $words }
cabinet-unread = { $count } yeni mesaj
cabinet-in-by = { $by } · { $minutes } dk içinde
cabinet-late-short = biraz gecikiyoruz

cabinet-status-accepted = Alındı
cabinet-status-in-progress = İşlemde
cabinet-status-in-progress-by = İşlemde · { $agent } ilgileniyor
cabinet-status-clarification = Sizden bir bilgi gerekiyor
cabinet-status-resolved = Çözüldü
cabinet-status-closed = Kapatıldı
cabinet-status-reopened = Yeniden açıldı

cabinet-answers =
    { $who ->
        [agent] { $agent } size burada yanıt verecek.
       *[person] Görevlimiz size burada yanıt verecek.
    }
cabinet-answers-by =
    { $who ->
        [agent] { $agent } yanıtlayacak: { $by }.
       *[person] Görevlimizin yanıtı: { $by }.
    }
cabinet-in = { $minutes } dk içinde
cabinet-late = Söz verdiğimiz saate yetişemedik. Görevlimiz size burada yanıt verecek.
cabinet-next = Sıra sizde.
cabinet-before = Sizden önce { $count } kişi var.
cabinet-need = Gereken: { $need }
cabinet-need-words = Aşağıdan yanıtlayın, devam edelim.

cabinet-conversation = Yazışma
cabinet-earlier = Önceki mesajlar
cabinet-fresh = Yeni mesaj
cabinet-today = Bugün
cabinet-yesterday = Dün
cabinet-author-you = Siz
cabinet-author-bot = Bot
cabinet-author-staff = Destek
cabinet-edited = düzenlendi
cabinet-file =
    { $kind ->
        [photo] Fotoğraf
        [video] Video
        [voice] Sesli mesaj
       *[other] Dosya
    }
cabinet-write = Mesaj
cabinet-answer = Yanıtınız
cabinet-sending = Gönderiliyor
cabinet-not-sent = Gönderilemedi. Yazdıklarınız saklandı.
cabinet-retry = Yeniden gönder
cabinet-drop = Sil

cabinet-about = Bu talep hakkında
cabinet-notify = Değişiklikleri bildir
cabinet-notify-hint = Bir şey değişince bot size yazar. Yanıtlar her durumda gelir.
cabinet-topic = Konu
cabinet-agent = İlgilenen
cabinet-opened = Açılış
cabinet-close-ticket = Çözüldü, kapat
cabinet-close-hint = 3 gün içinde yeniden açabilirsiniz.
cabinet-close-sure = Kapanan talebe yanıt verilmez. Kapatalım mı?
cabinet-close-yes = Evet, kapat
cabinet-reopen = Yeniden aç
cabinet-over = Bu talep sona erdi
cabinet-over-hint = Bu talep epey önce sona erdi. Yeni bir soru sormanız yeterli.
cabinet-rate = Nasıldık?
cabinet-rated = Teşekkürler, bu bize yardımcı oluyor.
cabinet-rate-1 = Çok kötü
cabinet-rate-2 = Kötü
cabinet-rate-3 = Orta
cabinet-rate-4 = İyi
cabinet-rate-5 = Çok iyi

cabinet-topic-ask = Konu nedir?
cabinet-secrets = Kart numarasının tamamını, şifreleri ve SMS kodlarını yazmayın. Bunları asla sormayız.
cabinet-kept = { $reason } Yazdıklarınız burada saklandı.

cabinet-language = Dil
cabinet-times = Saatler
cabinet-zone = Saat dilimi
cabinet-zone-desk = Destekteki gibi ({ $zone })
cabinet-zone-here = Bu telefondaki gibi ({ $zone })
cabinet-zone-search = Şehir ya da bölge, İngilizce
cabinet-zone-none = Böyle bir dilim yok. Yakındaki büyük bir şehri yazın.
cabinet-notices = Bot ne yazsın
cabinet-notices-series = Her adımı
cabinet-notices-short = Yalnızca önemli olanı
cabinet-notices-hint = Yanıtlar, sorular ve sonuç her zaman gelir; her adım seçiliyse yeni zamanlar ve nasıl geçtiği de. Bir talepte açtığınız, o talep için geçerlidir.
cabinet-quiet = Sessiz saatler
cabinet-quiet-hint = Bu saatlerde bot sizi rahatsız etmez. Acil konular yine gelir.
cabinet-quiet-desk = Her zamanki gibi: { $from }–{ $until }
cabinet-quiet-desk-none = Her zamanki gibi: her saatte
cabinet-quiet-own = Kendi saatlerim
cabinet-quiet-off = Her saatte yazın
cabinet-quiet-from = Başlangıç
cabinet-quiet-until = Bitiş
cabinet-quiet-same = Bitiş, başlangıçtan farklı olmalı.
cabinet-consents = Onay verdikleriniz
cabinet-consent-given = Onay tarihi: { $at }
cabinet-consent-withdrawn = Geri çekilme tarihi: { $at }
cabinet-consent-none = Şu anda geçerli bir onayınız yok. Yeni bir soru sormak onayı yeniden verir.
cabinet-withdraw = Onayı geri çek
cabinet-withdraw-hint = Şimdiye dek yazılanlar saklanır. Yeni bir soru onayı yeniden verir.
cabinet-withdraw-yes = Evet, geri çek
cabinet-leave = Buradan çık
cabinet-leave-hint = Bu tarayıcıda size ait hiçbir şey kalmaz.

cabinet-waiting = Bağlantı bekliyor
cabinet-waiting-hint = Bağlantı gelince kendiliğinden gönderilir.
cabinet-offline = Bağlantı yok. Yazdıklarınız kaybolmaz.
cabinet-unreachable = Şu anda bize ulaşılamıyor
cabinet-unknown = Bulunamadı
cabinet-unknown-number = Burada № { $id } yok
cabinet-unknown-page = Böyle bir sayfa yok
cabinet-unknown-hint = Belki başka bir hesabın talebidir.
cabinet-to-tickets = Taleplerime git
cabinet-closed = Bu sayfayı sohbetten açın
cabinet-closed-hint = Bota /cabinet yazın ve gelen düğmeye dokunun.
cabinet-to-chat = Sohbete dön

cabinet-reason-unexpected = Burada bir şeyler ters gitti. Yeniden deneyin.
cabinet-reason-offline = Bağlantı yok. Birazdan yeniden deneyin.
cabinet-reason-too-fast = Çok hızlı oldu. Bir dakika bekleyip yeniden deneyin.
cabinet-reason-desk = Bizde bir şey bozuldu. Bir dakika sonra yeniden deneyin.
