# Kanal ve grup sayfası.

# keys: place-kind-*
place-kind-bot = Bot
place-kind-channel = Kanal
place-kind-community = Grup
place-kind-comments = Yorumlar

# keys: place-topic-*
place-topic-questions = Sorular
place-topic-statuses = Durumlar
place-topic-faq = Sık sorulanlar

# keys: place-post-*
place-post-help = Nasıl yardım alınır
place-post-accounts = Resmî hesaplar

# keys: place-lack-*
place-lack-place = { $kind }: henüz seçilmedi
place-lack-away = Bot orada değil. Onu yeniden yönetici olarak ekleyin.
place-lack-admin = Bot yönetici değil. { $kind } → Yöneticiler → Yönetici ekle.
place-lack-forum = Konular kapalı. Grup → Düzenle → Konular.
place-lack-right =
    Botun izni yok: { $of ->
        [can_post_messages] gönderi paylaşmak. Kanal → Yöneticiler → bot → “Mesaj gönder”.
        [can_edit_messages] düzenlemek ve sabitlemek. Kanal → Yöneticiler → bot → “Başkalarının mesajlarını düzenle”.
        [can_pin_messages] sabitlemek. Grup → Yöneticiler → bot → “Mesaj sabitle”.
        [can_manage_topics] konuları yönetmek. Grup → Yöneticiler → bot → “Konuları yönet”.
       *[other] gerekenlerin hepsi ({ $of }). Yöneticiler → bot.
    }
place-lack-topic = Bir konu eksik
place-lack-post = Henüz paylaşılmadı: { $post }
place-lack-pin = Sabitlenmedi: { $post }
place-lack-stale = 30 gündür kimse onaylamadı: { $post }

settings-places = Kanal ve grup
settings-places-lead = Müşterilerin desteği Telegram’da bulduğu yer: bot kendisi yazar, sabitler ve onarır.

## Bu yerler nedir
# keys: settings-place-*
settings-place-where = Yerler
settings-place-where-hint = Botu yönetici olarak ekleyin; yarım saatte bir bakılır.
settings-place-all = Her şey yerinde.
settings-place-check = Şimdi kontrol et
settings-place-none = Seçilmedi
settings-place-checking = Bakılıyor…
settings-place-ready = Hazır
settings-place-lacks = { $count ->
    [one] { $count } eksik
   *[other] { $count } eksik
}
settings-place-channel-hint = Haberler için, iki sabit yazıyla.
settings-place-community-hint = Müşterilerin birbiriyle konuştuğu, konulu bir grup.
settings-place-use = “{ $title }” seç
settings-place-add-channel = Botu bir kanala ekle
settings-place-add-community = Botu bir gruba ekle
settings-place-more = { $title } hakkında
settings-place-leave = Vazgeç ve yazıları kaldır

settings-place-posts = Sabit yazılar
settings-place-posts-hint = Kanalda ve grupta durur. 30 günde bir hâlâ doğru olduğunu onaylayın.
settings-place-fresh = Güncel
settings-place-stale = Onay bekliyor
settings-place-unconfirmed = Henüz kimse onaylamadı
settings-place-confirmed = Onaylayan: { $name }
settings-place-confirm = Hâlâ doğru
settings-place-edit = Düzenle
settings-place-own = Kendi sözleriniz
settings-place-own-hint = Kapalı: desteğin dilinde olağan sözler.
settings-place-words = Sözler
settings-place-words-help = Altında botu açan düğme durur.
settings-place-words-accounts = Altında hesapların listesi durur.

settings-place-accounts = Resmî hesaplar
settings-place-accounts-hint = Bot ile herkese açık adı olan kanal ve grup listeye kendiliğinden girer. Çalışanlarınızın hesaplarını ekleyin.
settings-place-account-label = Kimin hesabı
settings-place-account-name = Telegram’daki adı
settings-place-account-wrong = 4–32 harf, rakam veya _
settings-place-account-add = Hesap ekle

settings-place-topics = Grubun konuları
settings-place-topics-hint = Var olan bir konuyu kullanmak için içinde /setup gönderin.
settings-place-topic-questions = Üyeler birbirine sorar ve cevaplar
settings-place-topic-statuses = Sorunların duyurulduğu yer
settings-place-topic-faq = Seçilen yazılar
settings-place-topic-state-absent = Henüz yok
settings-place-topic-state-asked = Yolda
settings-place-topic-state-there = Var
settings-place-topic-state-failed = Olmadı
settings-place-topic-name-hint = Boşsa: desteğin dilinde olağan ad.
settings-place-topic-thread = Telegram’daki numarası
settings-place-topic-thread-hint = Konu bağlantısının sonundaki sayı.
settings-place-topic-thread-wrong = Yalnızca rakam

settings-place-faq = Sık sorulanlar
settings-place-faq-hint = Konu bu yazıları gösterir ve her değişikliği izler.
settings-place-faq-articles = Yazılar, sırasıyla
settings-place-faq-none = En sık gelen soruları seçin
settings-place-faq-empty = Henüz yayımlanmış yazı yok
