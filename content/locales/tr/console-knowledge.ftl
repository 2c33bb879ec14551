# Ayarlar: bilgi bankası.

settings-knowledge = Bilgi bankası
settings-knowledge-lead = Müşterilerin kendi okudukları ve botun talepten önce verdiği yanıtlar.
# keys: settings-knowledge-view-*
settings-knowledge-view-articles = Makaleler
settings-knowledge-view-sections = Bölümler
settings-knowledge-view-searches = Aramalar
settings-knowledge-view-synonyms = Eş anlamlılar
settings-knowledge-view-bot = Bot
settings-article = Makale
settings-article-new = Yeni makale
settings-articles-none = Henüz makale yok. İlkini yazın: size her gün ne soruluyor?
# keys: settings-article-state-*
settings-article-state-draft = Taslak
settings-article-state-review = İncelemede
settings-article-state-returned = Geri geldi
settings-article-state-archived = Arşivde
settings-article-due = Gözden geçirin
settings-article-show = Hangi makaleler
# keys: settings-article-show-*
settings-article-show-all = Tümü
settings-article-show-draft = Taslaklar
settings-article-show-review = İncelemede
settings-article-show-due = Gözden geçir
settings-article-show-archived = Arşiv
settings-article-coverage = Diller
settings-article-coverage-any = Tüm diller
settings-article-coverage-lacks = { $language } yok
settings-article-reads = 30 günde { $count } kez okundu
settings-article-helped = { $judged } kişiden { $helpful } kişiye yardımcı oldu
settings-article-title = Başlık
settings-article-summary = Tek cümleyle
settings-article-summary-hint = Listelerde başlığın altında durur.
settings-article-body = Metin
settings-article-body-hint = Markdown: **kalın**, 1. veya - ile listeler, [sözler](https://…) bağlantısı, başka makaleye [sözler](article:adı). Bot ilk paragrafı ve üç adımı söyler.
settings-article-keywords = Başka nasıl söylenir
settings-article-keywords-hint = Yalnızca arama okur: müşterilerin sözleri, yazım yanlışları da.
settings-article-place = Yeri
settings-article-place-hint = Hemen değişir, yeni sürüm oluşmaz.
settings-article-section = Bölüm
settings-article-slug = Adresteki adı
settings-article-slug-hint = Latin harfleri, rakamlar ve -. Eski adı da ona götürür.
settings-article-topics = Konular
settings-article-topics-none = Hiçbiri: bot onu seçilen konu için önermez
settings-article-macros = İlgili makrolar
settings-article-macros-none = Yok
settings-article-owner = Sorumlu
settings-article-owner-hint = Doğru kalmasını sağlar.
settings-article-owner-nobody = Kimse
settings-article-owner-me = { $name } (ben)
settings-article-review-on = Yeniden bakılacak gün
settings-article-review-on-hint = O günden sonra bakılacaklar listesindedir.
settings-article-popular = Popülerler arasında
settings-article-popular-hint = Müşterinin bilgi bankasında önce görünür.
settings-article-preview = Okuyan nasıl görür
# keys: settings-article-preview-*
settings-article-preview-page = Sayfa
settings-article-preview-answer = Botun yanıtı
settings-article-preview-chat = Tamamı, sohbette
settings-article-links = Bu bağlantılar hiçbir yere gitmiyor: { $links }
settings-article-saved = Kaydedildi. Yayımlanınca okuyanlar görecek.
settings-article-standing =
    { $state ->
        [published] Okuyanlar { $version } sürümünü görüyor.
        [archived] Arşivde: okuyanlar görmüyor.
        [review] { $version } sürümü yayımlanmayı bekliyor.
       *[other] { $published ->
            [0] Henüz kimse görmüyor.
           *[other] { $version } sürümü taslak; okuyanlar { $published } sürümünü görüyor.
        }
    }
# keys: settings-article-do-*
settings-article-do-submit = İncelemeye gönder
settings-article-do-publish = Yayımla
settings-article-do-archive = Arşivle
settings-article-do-restore = Okuyanlara geri ver
settings-article-version-shown = Okuyanlar görüyor
settings-searches-unanswered = Soruldu, yanıt bulunmadı
settings-searches-unanswered-hint = 30 günde. İlki, sıradaki makaleniz ya da bir eş anlamlıdır.
settings-searches-popular = En çok sorulan
settings-searches-none = Henüz yok. Arananlar burada görünecek.
settings-searches-words = Sözler
settings-searches-times = Kez
settings-searches-answered = Yanıtlandı
settings-synonyms = Aynı anlama gelen sözler
settings-synonyms-hint = Birini arayan ötekini de bulur. Örneğin: kart, plastik.
settings-synonyms-group = { $number }. grup
settings-synonyms-placeholder = İki veya daha fazla söz
settings-synonyms-add = Grup ekle
settings-synonyms-saved = Kaydedildi. Arama artık bunları biliyor.
settings-bot-answers = Bot makalelerden yanıt verir
settings-bot-answers-hint = Talep açılmadan önce, eminse. İnsan isteyen ya da ödeme ve güvenlik sorunu olan hemen bir yetkiliye bağlanır.
settings-bot-confidence = Ne kadar emin olmalı
settings-bot-confidence-hint = Yüzde 75’te on yanıttan en az dokuzu doğrudur. Daha yüksek: daha az yanıt, daha az yanlış.
settings-bot-topics = Bot olası konuyu sorar
settings-bot-topics-hint = Sözlerden anlaşılıyorsa: “Konu bu mu: Ödeme?” Başka konu her zaman bir dokunuş ötede.
settings-article-approval = Yalnızca onaylayanlar yayımlar
settings-article-approval-hint = Editörler incelemeye gönderir; o zamana dek okuyanlar son yayımlanan sürümü görür.

console-event-article =
    { $outcome ->
        [solved] “{ $title }” makalesi çözdü
        [not_solved] “{ $title }” makalesi işe yaramadı
        [person] “{ $title }” okundu, sonra yetkili istendi
       *[other] Bot “{ $title }” makalesini önerdi
    }
console-articles = Yanıt olabilecek makaleler
