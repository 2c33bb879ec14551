# Bilinen bir sorun: müşterilerin duydukları ve durum yerinde yazanlar.

incident-known =
    Bu sorunu biliyoruz: { $title }
    { $text }
    Sıradaki haber { by }. Sizinki başka bir konu mu?
incident-known-soon =
    Bu sorunu biliyoruz: { $title }
    { $text }
    Düzelir düzelmez buraya yazacağız. Sizinki başka bir konu mu?
incident-news =
    № { $id } · { $title }
    { $text }
    Sıradaki haber { by }.
incident-news-soon =
    № { $id } · { $title }
    { $text }
    Düzelir düzelmez buraya yazacağız.
incident-over =
    № { $id } · düzeldi: { $title }
    { $text }
    Hâlâ sürüyor mu? Yeniden açın, görevlimiz baksın.
incident-over-talk =
    № { $id } · düzeldi: { $title }
    { $text }
    Sorunuza buradan devam ediyoruz.
incident-left = Anlaşıldı. № { $id } kaydını görevlimiz okuyacak.
incident-followed = Bununla ilgili her haberi size yazacağım.
added-incident = № { $id } kaydına eklendi. Bilinen sorunun çözümünü bekliyor. Başka bir konu mu?

card-incident = Bilinen sorun: { $title }
card-incident-next = Sıradaki haber { by }.
card-incident-soon = Düzelir düzelmez buraya yazacağız.

button-unrelated = Benimki başka
button-follow = 🔔 Düzelince yazın
button-still-there = Sorun sürüyor

# Durumların yeri.
status-place-hello = Neyin çalışmadığını ve ne zaman düzeldiğini buraya yazıyoruz.
status-post =
    { $mark } { $title }
    { $text }
    { $status } · { $date }, { $time }
status-post-next =
    { $mark } { $title }
    { $text }
    { $status } · sıradaki haber: { $date }, { $time }
status-investigating = İnceliyoruz
status-identified = Nedeni biliniyor
status-monitoring = Düzeldi, izliyoruz
status-resolved = Düzeldi
