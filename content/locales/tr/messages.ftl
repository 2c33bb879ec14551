# Talep mesajları: görevlinin veya desteğin müşteriye söyledikleri.

agent-reply =
    { $agent }:
    { $text }
clarification-asked =
    Gereken: { $need }
    Bu mesajı yanıtlayabilirsiniz.
    Lütfen yanıtlayın: { by }.
solved-summary =
    № { $id } · çözüldü
    Yapılan: { $what }
solved-summary-next =
    № { $id } · çözüldü
    Yapılan: { $what }
    Sonraki adım: { $next }
# $points begins a new line for each point.
solved-summary-points =
    № { $id } · çözüldü
    Yapılan: { $what }
    Sonraki adımlar:{ $points }
changed-in-progress = № { $id } işleme alındı.
changed-in-progress-by = № { $id } ile artık { $agent } ilgileniyor.
changed-closed = № { $id } kapatıldı. Yine gerekirse buraya yazın.
changed-reopened = № { $id } yeniden açıldı. Görevlimiz bakıyor.
file-too-big =
    Bu dosya { $limit } MB sınırını aşıyor, iletilemiyor.
    Daha küçük bir dosya veya ekran görüntüsü gönderin. Kalanı saklandı.
