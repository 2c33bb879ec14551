# Kanal və qrup: bərkidilmiş yazılar, sakit cavablar və qurulma.

place-help =
    7/24 kömək lazımdır? «Dəstək» düyməsinə basın: bot 30 saniyəyə müraciət açır.
    Status və vaxt onun cavabındadır. Bizim adımızdan kim yazır: o biri bərkidilmiş yazıya baxın.
place-help-button = Dəstək
place-accounts =
    { $desk } adından yalnız bu hesablar yazır.
    Pulla bağlı heç vaxt ilk biz yazmırıq, parol və kod da istəmirik.

# keys: quiet-answer-*
quiet-answer = Deyəsən, bu sizin şəxsi məsələnizdir, buranı isə hamı oxuyur. Düyməyə basın: bot sözlərinizi özü ilə aparar, onları yalnız biz oxuyarıq.
quiet-answer-asked = Mən şəxsi çatda kömək edirəm: orada yalnız biz oxuyuruq.
quiet-answer-carry = Bota apar
quiet-answer-open = Botu aç

setup-title = { $desk }: Telegramdakı yerlər
setup-place-none = ▫️ { $kind }: hələ seçilməyib
setup-place-checking = ⏳ { $kind } «{ $title }»: orada nəyə icazəm olduğuna baxıram
setup-place-ready = ✅ { $kind } «{ $title }»
setup-place-lacks = ⚠️ { $kind } «{ $title }»
setup-topics = Mövzular: { $topics }
setup-next = İcazə olan kimi qalanını özüm edəcəyəm. Dəyişiklikdən sonra «Yoxla» düyməsinə basın.
setup-done = Hər şey yerindədir. Hər yarım saatdan bir yoxlayıram.
setup-use-channel = «{ $title }» kanalı
setup-use-group = «{ $title }» qrupu
setup-add-channel = Məni kanala əlavə et
setup-add-group = Məni qrupa əlavə et
setup-check = Yoxla
setup-begun = İşə başladım. Mövzular və bərkidilmiş yazılar bir azdan hazırdır; nə çatmırsa, çatımızda yazılıb.
setup-open = Çatı aç
setup-which-topic = Bu hansı mövzudur?
setup-adopted = Hazırdır. İndi bu mövzudur.
setup-not-yours = Bu düymə qrupa baxanlar üçündür.

# keys: error-place-*
error-place-unknown = Bot orada administrator deyil. Onu administrator edin, sonra yenidən seçin.
