# Müraciət üzrə mesajlar: əməkdaşın və ya dəstəyin müştəriyə dedikləri.

agent-reply =
    { $agent }:
    { $text }
agent-greeting =
    { $named ->
        [yes] Salam, { $name }! Mənim adım { $agent }.
       *[no] Salam! Mənim adım { $agent }.
    }
    № { $id } qarşımdadır, yoxlayıram.
clarification-asked =
    Bizə lazımdır: { $need }
    Bu mesaja cavab yaza bilərsiniz.
    Zəhmət olmasa, { by } cavab verin.
clarification-reminder =
    № { $id } üçün hələ lazımdır: { $need }
    Burada cavab yazın, davam edək.
solved-summary =
    № { $id } · həll olundu
    Görüldü: { $what }
solved-summary-next =
    № { $id } · həll olundu
    Görüldü: { $what }
    Növbəti addım: { $next }
escalated = № { $id } indi ekspertdədir. Cavab bura gələcək.
escalated-eta = № { $id } indi ekspertdədir. Cavab { by } gələcək.
changed-in-progress = № { $id } icraya götürüldü.
changed-in-progress-by = № { $id } ilə indi { $agent } məşğul olur.
changed-closed = № { $id } bağlandı. Yenə lazım olsa, bura yazın.
changed-reopened = № { $id } yenidən açıldı. Əməkdaşımız baxır.
file-too-big =
    Bu fayl { $limit } MB-dan böyükdür, ötürmək mümkün deyil.
    Daha kiçik fayl və ya ekran şəkli göndərin. Qalanı saxlanılıb.
kind-not-read =
    Belə mesajı ötürə bilmirəm.
    Söz, şəkil və ya fayl göndərin.
too-many = Mesajlar çoxdur. Hamısı saxlanılıb, bir dəqiqəyə cavab verəcəyəm.
failed =
    Bizdə nasazlıq oldu. Göndərdikləriniz saxlanılıb.
    Bir dəqiqədən sonra yenidən cəhd edin və ya operatorla danışın.
