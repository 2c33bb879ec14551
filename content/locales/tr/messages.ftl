# Talep mesajları: görevlinin veya desteğin müşteriye söyledikleri.

agent-reply =
    { $agent }:
    { $text }
agent-greeting =
    { $named ->
        [yes] Merhaba { $name }! Ben { $agent }.
       *[no] Merhaba! Ben { $agent }.
    }
    № { $id } önümde, kontrol ediyorum.
clarification-asked =
    Gereken: { $need }
    Bu mesajı yanıtlayabilirsiniz.
    Lütfen yanıtlayın: { by }.
clarification-reminder =
    № { $id } için hâlâ gereken: { $need }
    Buradan yanıtlayın, devam edelim.
solved-summary =
    № { $id } · çözüldü
    Yapılan: { $what }
solved-summary-next =
    № { $id } · çözüldü
    Yapılan: { $what }
    Sonraki adım: { $next }
escalated = № { $id } artık bir uzmanda. Yanıt buraya gelecek.
escalated-eta = № { $id } artık bir uzmanda. Yanıt: { by }.
changed-in-progress = № { $id } işleme alındı.
changed-in-progress-by = № { $id } ile artık { $agent } ilgileniyor.
changed-closed = № { $id } kapatıldı. Yine gerekirse buraya yazın.
changed-reopened = № { $id } yeniden açıldı. Görevlimiz bakıyor.
file-too-big =
    Bu dosya { $limit } MB sınırını aşıyor, iletilemiyor.
    Daha küçük bir dosya veya ekran görüntüsü gönderin. Kalanı saklandı.
kind-not-read =
    Bu tür mesajı iletemiyorum.
    Yazı, fotoğraf veya dosya gönderin.
too-many = Bir anda çok mesaj geldi. Hepsi saklandı, bir dakikaya yanıtlarım.
failed =
    Bizde bir aksaklık oldu. Gönderdikleriniz saklandı.
    Bir dakika sonra tekrar deneyin veya bir temsilciyle görüşün.
