# Konsolda ekip gruplarının ayarları.

settings-forum = Ekip grupları
settings-forum-lead = Telegram'da yanıtlayanlar için: her talep grupta bir konudur ve orada yazılan müşteriye gider.
settings-forum-groups = Gruplar
settings-forum-groups-hint = Yeni talepler yeri olan ve yoğun olmayan ilk gruba gider.
settings-forum-add = Grup bağla
settings-forum-none = Henüz grup yok. Birini bağlayın; her yeni talep orada bir konu olur.
settings-forum-step-group = Telegram'da ekibiniz için bir grup kurun ve konuları açın.
settings-forum-step-bot = Botu konuları yöneten ve mesaj sabitleyen bir yönetici olarak ekleyin.
settings-forum-step-code = Grupta şunu gönderin:
settings-forum-copy = Kopyala
settings-forum-once = Bir kez, 15 dakika boyunca geçerlidir.
# keys: settings-forum-state-*
settings-forum-state-checking = Telegram'a soruluyor
settings-forum-state-works = Çalışıyor
settings-forum-state-lacking = Eksik var
settings-forum-state-lost = Bot grupta değil
settings-forum-paused = Duraklatıldı
settings-forum-lost = Bot artık bu grupta değil. Yeniden ekleyin ya da grubun bağını kaldırın.
settings-forum-topics =
    { $count ->
        [one] bir konu
       *[other] { $count } konu
    }
settings-forum-waiting =
    { $count ->
        [one] bir mesaj Telegram'da sıra bekliyor
       *[other] { $count } mesaj Telegram'da sıra bekliyor
    }
settings-forum-more = { $title } için diğer işlemler
settings-forum-check = Yeniden denetle
settings-forum-pause = Şimdilik yeni konu alma
settings-forum-resume = Yeniden konu al
settings-forum-unlink = Bağı kaldır
settings-forum-rules = Bütün gruplar için
settings-forum-mark = İç satırların işareti
settings-forum-mark-hint = Bununla başlayan satırlar ekipte kalır. Bununla başlayan mesajın tamamı içeride kalır.
settings-forum-most = Bir grupta en çok konu
settings-forum-most-hint = Sonrasında yeni talepler sıradaki gruba gider. Çok büyük gruplar Telegram'da yavaşlar.
# keys: forum-need-*
forum-need-forum = konular: grup ayarları → Konular
forum-need-admin = botun yönetici olması: grup ayarları → Yöneticiler
forum-need-topics = botun “Konuları yönetme” yetkisi
forum-need-pins = botun “Mesaj sabitleme” yetkisi
