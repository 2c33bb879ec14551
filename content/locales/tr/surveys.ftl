# Talep çözüldükten sonra ve müşteriden bir şey beklenirken.

survey-ask =
    № { $id } için nasıldık?
    Tek dokunuş yeter.
survey-thanks = { $face } Teşekkürler, bu bize yardımcı oluyor.
survey-thanks-low =
    { $face } Açıkça söylediğiniz için teşekkürler. Puanınız destek yöneticisine ulaşır.
    Hâlâ çözülmedi mi? Yeniden açın ya da birkaç söz ekleyin.
survey-words-ask = Neyi bilmeliyiz? Tek mesajla yazın.
survey-words-kept = Teşekkürler. Sözleriniz puanınızla birlikte saklandı.
survey-over = Bu soru artık kapandı. Yine de teşekkürler.
follow-up-ask =
    № { $id } çözüldü: { $date }.
    Her şey yolunda mı?
follow-up-held = Sevindik. № { $id } kapatıldı. Bir şey olursa buradayız.
clarification-reminder =
    № { $id } sizi bekliyor. Gereken: { $need }
    Buraya yazın, devam edelim: { by }.
clarification-closed =
    № { $id } şimdilik kapatıldı: yanıt gelmedi.
    Hiçbir şey kaybolmadı. 3 gün içinde yeniden açın, devam edelim.

button-add-word = ✍️ Söz ekle
button-rate-again = Puanı değiştir
button-held = 👍 Evet
button-not-held = Hayır, tekrarladı
button-answer-now = ✍️ Yanıtla
