# Ayarlar: bilgi bankasının bölümleri ve makalelere ait olanlar.

settings-sections = Bölümler
settings-sections-hint = Müşteriler bölümleri bu sırayla görür. Makalesi olmayan bölüm gösterilmez.
settings-sections-none = Henüz bölüm yok. Makaleler için bir bölüm gerekir.
settings-section-new = Yeni bölüm
settings-section-emoji = Emoji
settings-section-remove = Bölümü sil
settings-section-articles =
    { $count ->
        [0] Makale yok
       *[other] { $count } makale
    }
settings-section-articles-hint = Müşteriler makaleleri bu sırayla görür. Bölüm ancak boşaldığında silinebilir.
settings-section-of = “{ $name }” makalesinin bölümü
settings-named-up = { $name }: yukarı
settings-named-down = { $name }: aşağı
console-macro-related = Makro: { $title }
settings-article-files = Dosyalar
settings-article-files-hint = Okurlar bunları her dilde metnin altında görür, bot da yanıtından önce gönderir. En çok { $most } dosya.
settings-article-files-add = Dosya ekle
settings-article-file-words = { $name } dosyasında ne görünüyor, { $language }
settings-article-file-seen = Dosyada ne görünüyor?
