# Müraciət üzrə mesajlar: əməkdaşın və ya dəstəyin müştəriyə dedikləri.

agent-reply =
    { $agent }:
    { $text }
clarification-asked =
    Bizə lazımdır: { $need }
    Bu mesaja cavab yaza bilərsiniz.
    Zəhmət olmasa, { by } cavab verin.
solved-summary =
    № { $id } · həll olundu
    Görüldü: { $what }
solved-summary-next =
    № { $id } · həll olundu
    Görüldü: { $what }
    Növbəti addım: { $next }
# $points begins a new line for each point.
solved-summary-points =
    № { $id } · həll olundu
    Görüldü: { $what }
    Növbəti addımlar:{ $points }
changed-in-progress = № { $id } icraya götürüldü.
changed-in-progress-by = № { $id } ilə indi { $agent } məşğul olur.
changed-closed = № { $id } bağlandı. Yenə lazım olsa, bura yazın.
changed-reopened = № { $id } yenidən açıldı. Əməkdaşımız baxır.
file-too-big =
    Bu fayl { $limit } MB-dan böyükdür, ötürmək mümkün deyil.
    Daha kiçik fayl və ya ekran şəkli göndərin. Qalanı saxlanılıb.
