# Kanal ve grup: sabitlenmiş yazılar, sessiz cevaplar ve kurulum.

place-help =
    7/24 yardım mı lazım? Destek düğmesine basın: bot 30 saniyede kayıt açar.
    Durum ve süre cevabında yazar. Bizim adımıza kim yazar: diğer sabit yazıya bakın.
place-help-button = Destek
place-accounts =
    { $desk } adına yalnızca bu hesaplar yazar.
    Para konusunda asla ilk biz yazmayız, şifre ya da kod istemeyiz.

# keys: quiet-answer-*
quiet-answer = Bu size özel bir konuya benziyor, burayı ise herkes okuyor. Düğmeye basın: bot sözlerinizi yanına alır, yalnızca biz okuruz.
quiet-answer-asked = Ben kendi sohbetimde yardım ediyorum: orayı yalnızca biz okuruz.
quiet-answer-carry = Bota taşı
quiet-answer-open = Botu aç

setup-title = { $desk }: Telegram’daki yerler
setup-place-none = ▫️ { $kind }: henüz seçilmedi
setup-place-checking = ⏳ { $kind } “{ $title }”: orada neye iznim olduğuna bakıyorum
setup-place-ready = ✅ { $kind } “{ $title }”
setup-place-lacks = ⚠️ { $kind } “{ $title }”
setup-topics = Konular: { $topics }
setup-next = İzin gelir gelmez gerisini ben yaparım. Değişiklikten sonra “Kontrol et” düğmesine basın.
setup-done = Her şey yerinde. Yarım saatte bir bakıyorum.
setup-use-channel = “{ $title }” kanalı
setup-use-group = “{ $title }” grubu
setup-add-channel = Beni bir kanala ekle
setup-add-group = Beni bir gruba ekle
setup-check = Kontrol et
setup-begun = Başladım. Konular ve sabit yazılar birazdan hazır; eksik olan sohbetimizde yazıyor.
setup-open = Sohbeti aç
setup-which-topic = Bu hangi konu?
setup-adopted = Tamam. Artık o konu bu.
setup-not-yours = Bu düğme gruba bakanlar için.

# keys: error-place-*
error-place-unknown = Bot orada yönetici değil. Yönetici yapın, sonra yeniden seçin.
