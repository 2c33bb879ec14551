# Ekip forumu: Telegram'da her talebin bir konusu olduğu gruplar.

forum-card-vip = VIP
forum-card-nobody = kimsede değil
forum-card-late = söz verilen saat geçti
# keys: forum-button-*
forum-button-take = Üstlen
forum-button-release = Bırak
forum-button-ask = Sor
forum-button-resolve = Çöz
forum-button-reopen = Yeniden aç
forum-button-escalate = Aktar
forum-button-macro = Şablonlar
forum-button-console = Konsol
forum-button-back = Geri
forum-button-send = Gönder
forum-button-dismiss = Kapat

forum-said-customer = 👤 { $name }:
forum-said-agent = ↩️ { $name }:
forum-said-note = 🔒 { $name }:
forum-said-bot = 🤖
forum-edited = (düzenlendi)
forum-summary =
    { $messages ->
        [one] Bir yeni mesaj
       *[other] { $messages } yeni mesaj
    }{ $files ->
        [0] { "" }
        [one] , bir dosya
       *[other] , { $files } dosya
    }. Grup şu an yoğun, bu yüzden tek tek gösterilmiyor.
forum-summary-where = Hepsi konsolda.
# keys: forum-delivery-*
forum-delivery-failed = Bu, müşteriye ulaşmadı. Nedeni konsolda; oradan yeniden gönderilebilir.
forum-delivery-ambiguous = Bunun ulaşıp ulaşmadığı bilinmiyor: bağlantı koptu. Yeniden yazmadan önce konsola bakın.
forum-delivery-held = Müşteri uyuyor. Bu sabah gidecek; konsoldan şimdi de gönderilebilir.

# keys: forum-prompt-*
forum-prompt-ask = müşteriden ne gerektiğini bu mesaja yanıt olarak yazın.
forum-prompt-resolve = ne yapıldığını bu mesaja yanıt olarak yazın. Tireyle başlayan son satırlar sonraki adımlardır.
forum-prompt-note = notunuzu bu mesaja yanıt olarak yazın. Müşteri onu görmez.
forum-macros = Hangi şablon?
forum-macros-none = Uygun şablon yok. /macro ile başka bir sözcük deneyin.
forum-macro-missing = Bunun değeri yok: { $names }. Bu şablonu konsoldan gönderin.
forum-macro-sent = ✓ Müşteriye gönderildi.
forum-escalate = Hangi kuyruğa?
forum-escalated = ✓ Aktarıldı: { $queue }.
forum-dismissed = Kapatıldı.
forum-not-sent = Yapılmadı. { $why }
forum-stranger = Gönderilmedi: bu ekibin listesinde değilsiniz. Bir yöneticiden sizi Telegram id'nizle eklemesini isteyin.
forum-anonymous = Gönderilmedi: grup adına değil, kendi adınızla yazın.
forum-help =
    Burada yazdıklarınız müşteriye gider; işaretle başlayan satırlar içeride kalır.
    /take, /release, /assign ad
    /ask söz, /resolve söz, /note söz
    /macro söz, /escalate kuyruk, /reopen
    @{ $bot } { $ticket } söz: bu talebin şablonları, müşterinin okuyacağı gibi

forum-code-wrong = Bu kod geçerli değil. Konsolda yenisini oluşturun: Ayarlar, Ekip grubu.
# keys: forum-group-*
forum-group-works = ✓ Burası artık bir ekip grubu. Her yeni talep burada bir konu alır.
forum-group-lacking = Az kaldı. Ekip grubu olması için şunlar eksik:

error-forum-mark = Bu işaret olamaz. Harf, rakam ve boşluk olmadan bir ile dört arası işaret seçin; örneğin // veya ##.
error-staff-group-unknown = Bu grup artık bağlı değil. Listeyi yenileyin.
error-forum-who = Kim olduğu belli değil. Burada çalışanlar: { $names }.
error-forum-command = Burada /{ $name } komutu yok. Bütün komutlar: /help.
error-escalate-ended = Bu talep kapandı. Önce yeniden açın.
error-forum-kind = Buradan müşteriye yalnızca söz ve dosya gider.
error-forum-sent-already = Müşteri bunu zaten aldı. Geri almak için konsolu kullanın.
