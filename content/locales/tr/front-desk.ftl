# Botun talepten önce ve talep çevresinde söyledikleri. Bir mesajda bir düşünce, en çok üç satır.

greeting =
    { $named ->
        [yes] Merhaba { $name }! Ben «{ $desk }» destek botuyum.
       *[no] Merhaba! Ben «{ $desk }» destek botuyum.
    }
    Yazdıklarınız yalnızca size yardım etmek için saklanır: /privacy
    Konu nedir?
greeting-again =
    { $named ->
        [yes] Merhaba { $name }! Konu nedir?
       *[no] Merhaba! Konu nedir?
    }
topic-ask = Konu nedir?
topic-ask-kept =
    Yazdıklarınızı sakladım.
    Konu nedir?
topic-ask-kept-first =
    Yazdıklarınızı sakladım. Ben «{ $desk }» destek botuyum.
    Yazdıklarınız yalnızca size yardım etmek için saklanır: /privacy
    Konu nedir?
topic-prompt =
    { $emoji } { $title }
    { $prompt }
topic-prompt-first =
    { $emoji } { $title } · ben «{ $desk }» destek botuyum.
    Yazdıklarınız yalnızca size yardım etmek için saklanır: /privacy
    { $prompt }
topic-gone = Bu konu artık yok. Lütfen başka birini seçin.
words-please = Burada bir söz göremiyorum. Ne olduğunu bir cümleyle yazın.
choose-ask = Yazdıklarınızı sakladım. Hangi talebinizle ilgili?
reopen-ask = № { $id } çözülmüştü. Sorun tekrarladı mı, yoksa yeni bir soru mu?
reopen-ask-kept =
    Yazdıklarınızı sakladım. № { $id } çözülmüştü.
    Sorun tekrarladı mı, yoksa yeni bir soru mu?
added = № { $id }: eklendi. Bir görevlimiz okuyacak.
added-eta = № { $id }: eklendi. Görevlimizin yanıtı: { by }.
added-unasked =
    Yazdıklarınızı son talebinize ekledim: № { $id }.
    Başka bir konu mu? /new
urgent-added = № { $id } doğrudan bir görevliye iletildi.
add-prompt = Yazı, fotoğraf veya dosyayı buraya gönderin: № { $id } talebine eklenir.
solved-by-itself = Çözülmesine sevindik. Tekrarlarsa buraya yazın.
thanks = Yardımcı olabildiğimize sevindik. Bir şey olursa buradayız.
help =
    Ben «{ $desk }» destek botuyum. Ne olduğunu yazın, size bir görevli yanıt versin.
    /new yeni soru · /status son durum · /human görevli
    /language · /quiet · /privacy · /cancel
command-unknown =
    Bu komutu bilmiyorum. Ne olduğunu yazmanız yeterli ya da
    /new, /status, /human, /help
status-none = Açık talebiniz yok. Ne olduğunu yazın: size numara ve yanıt saati vereyim.
status-list = Talepleriniz: { $count }. Hangisini göstereyim?
ticket-unknown = Güncel talepleriniz arasında № { $id } yok.
language-ask = Dilinizi seçin.
language-set = Bundan sonra Türkçe yazacağım.
person-which = Hangi talebinizle ilgili?
person-called =
    Bir görevliyi çağırıyorum.
    Bu arada ne olduğunu yazın.
person-asked = № { $id } için bir görevli çağrıldı. Yanıt buraya gelecek.
privacy-text =
    «{ $desk }» buraya gönderdiklerinizi ve Telegram adınızı yalnızca size yanıt vermek ve yanıtların kalitesini denetlemek için saklar.
    Onayınızı istediğiniz zaman geri çekebilirsiniz: /privacy
cancelled-words = İptal edildi. Yazdıklarınız hiçbir yere gitmeyecek.
cancelled = İptal edildi. İhtiyacınız olunca yazın.
cancelled-nothing = İptal edilecek bir şey yok.
way-on = Ne olduğunu yazın ya da seçin:
pressed-unknown = Bu düğme artık çalışmıyor.
pressed-stale = Bu eski bir düğme. Şimdi nerede olduğumuzu gösteriyorum.
ticket-closed = № { $id } zaten çözüldü.
consent-given = Teşekkürler. Artık size yardımcı olabiliriz.
consent-withdrawn = Onayınız geri çekildi.
consent-none = Geri çekilecek bir onay yok.
consent-after =
    Onayınız geri çekildi.
    Yeniden yazarsanız veya konu seçerseniz onay vermiş olursunuz.
reopened = № { $id } yeniden açıldı.
reopened-tell =
    № { $id } yeniden açıldı.
    Neyin düzelmediğini yazın.
already-open = № { $id } açık.
notify-on = Her değişikliği haber vereceğim.
notify-off = Değişiklikleri yazmayacağım. Yanıtlar gelecek.
closed = № { $id } kapatıldı. Çözülmesine sevindik.
subject-unknown = Soru

# Hangi saate söz verildi; başka metinlerin içinde kullanılır.
by =
    { $day ->
        [today] en geç { $time }
        [tomorrow] yarın en geç { $time }
       *[later] { $date }, en geç { $time }
    }

# Düğmeler: müşterinin eylemleri, en çok üç sözcük.
button-my-tickets = 📋 Taleplerim
button-language = 🌐 Dil
button-more = Daha fazla…
button-new-question = Yeni soru
button-person = Temsilciyle görüş
button-reopen = Yeniden aç: № { $id }
button-status = Durumu göster
button-other-topic = Başka konu
button-withdraw = Onayı geri çek
button-agree = Onaylıyorum
button-notify-on = 🔔 Haber ver
button-notify-off = 🔕 Haber verme
button-solved = Çözüldü
button-add-details = 📎 Ekleme yap

# Komut menüsü.
command-new = Yeni soru sor
command-status = Son durumu gör
command-human = Temsilciyle görüş
command-language = Dili değiştir
command-privacy = Verileriniz ve onayınız
command-cancel = Başlananı iptal et
command-help = Neler yapabilirim
