# The cabinet: what its other screens say. They are fetched after the first one.

# keys: cabinet-wrong-*
# keys: cabinet-helpful-*
cabinet-optional = istəyə görə
cabinet-wrong-missing = Bu lazımdır.
cabinet-wrong-too-long = Çox uzundur. Qısaldın.
cabinet-wrong-no-number = Rəqəm yazın, məsələn 25,50.
cabinet-wrong-too-small = { $bound } və ya daha çox olmalıdır.
cabinet-wrong-too-large = { $bound } və ya daha az olmalıdır.
cabinet-wrong-no-date = Belə gün yoxdur. Başqasını seçin.
cabinet-wrong-no-choice = Siyahıdan seçin.
cabinet-wrong-no-phone = Nömrəni kodla yazın, məsələn +994 50 123 45 67.
cabinet-wrong-no-email = Ünvanı belə yazın: name@mail.com.
cabinet-wrong-other-pattern = Belə görünür: { $example }.
cabinet-form-changed = Buradakı suallar dəyişib
cabinet-form-new = İndi soruşulur: { $fields }
cabinet-form-gone = Artıq soruşulmur. Yazmışdınız:
cabinet-form-keep = Sözlərimə əlavə et
cabinet-form-seen = Aydındır
cabinet-currency = Valyuta
cabinet-suggest = Bəlkə cavab buradadır
cabinet-suggest-hint = Baxdığınız müddətdə yazdıqlarınız burada qalır.
cabinet-attach = Şəkil və ya fayl əlavə et
cabinet-attach-hint = Hər biri 20 MB-a qədər. Şəkildə şəxsi olanı örtə bilərsiniz.
cabinet-files = Fayllar
cabinet-files-many = Bir mesajda ən çox { $most } fayl olur. Qalanlarını sonra göndərin.
cabinet-file-empty = “{ $name }” boşdur. Başqa fayl seçin.
cabinet-file-large = “{ $name }” { $size } tutur, ən çox 20 MB olar. Daha kiçiyini göndərin.
cabinet-file-going = { $name }: göndərilir
cabinet-file-waiting = Bağlantı bərpa olunan kimi özü davam edəcək.
cabinet-file-again = { $name }: yenidən göndər
cabinet-file-remove = { $name }: çıxar
cabinet-file-save = { $name }: yadda saxla
cabinet-uploading = Fayllar göndərilir
cabinet-picture-words = Şəkildə nə var?
cabinet-picture-broken = Bu şəkil açılmır, ona görə də heç nə örtülə bilmir. Onun ekran şəklini çəkin və onu seçin.
cabinet-picture-none = Şəkli indi göstərmək olmur.
cabinet-view = Şəkillər
cabinet-view-place = { $at } / { $count }
cabinet-view-previous = Əvvəlki şəkil
cabinet-view-next = Növbəti şəkil
cabinet-mask = Şəxsi olanı örtün
cabinet-mask-how = Üstündən barmaqla çəkin. Örtülən hissə telefonunuzdan çıxmır.
cabinet-mask-keys = Ox düymələri örtüyü tərpədir, Shift ilə ölçüsünü dəyişir, Delete onu silir.
cabinet-mask-tools = Alətlər
cabinet-mask-add = Örtük əlavə et
cabinet-mask-undo = Geri al
cabinet-mask-remove = Örtüyü sil
cabinet-mask-smaller = Kiçilt
cabinet-mask-larger = Böyüt
cabinet-mask-move = Şəkli tərpət
cabinet-mask-box = Örtük { $number }
cabinet-mask-count =
    { $count ->
        [0] Heç nə örtülməyib.
       *[other] { $count } yer örtülüb.
    }
cabinet-mask-use = Örtülü halda əlavə et
cabinet-mask-use-plain = Olduğu kimi əlavə et
cabinet-help-search = Qısa təlimatlarda axtar
cabinet-help-popular = Ən çox oxunan
cabinet-help-results = Tapıldı
cabinet-help-found =
    { $count ->
        [0] Heç nə tapılmadı.
       *[other] { $count } təlimat tapıldı.
    }
cabinet-help-none = Buna uyğun heç nə yoxdur
cabinet-help-none-hint = Başqa sözlərlə yoxlayın və ya insandan soruşun.
cabinet-help-empty = Hələ təlimat yoxdur
cabinet-help-empty-hint = İnsandan soruşun: cavabı burada alacaqsınız.
cabinet-help-still = Axtardığınız bu deyil?
cabinet-help-ask = İnsandan soruşun
cabinet-help-more = Bu mövzuda
cabinet-help-files = Fayllar
cabinet-help-gone = Bu təlimat artıq burada yoxdur
cabinet-help-gone-hint = Onu başqa sözlərlə axtarın.
cabinet-help-updated = { $at } tarixində yenilənib
cabinet-helpful-ask = Bu kömək etdi?
cabinet-helpful-yes = Kömək etdiyinə şadıq.
cabinet-helpful-no = Təşəkkürlər, onu yaxşılaşdıracağıq. İndi insan kömək edə bilər.
cabinet-helpful-button-yes = Bəli
cabinet-helpful-button-no = Xeyr

cabinet-data = Məlumatım
cabinet-copy = Məlumatımın surətini al
cabinet-copy-save = Surəti yadda saxla
cabinet-copy-hint = Haqqınızda saxlanan hər şey, fayllarınızla birlikdə. Hazır olanda bot yazacaq.
cabinet-copy-making = Surət hazırlanır.
cabinet-copy-until = { $at } tarixinədək hazırdır. Hər keçid bir dəfə açılır.
cabinet-erase = Məlumatımı sil
cabinet-erase-goes = Nə silinir: adınız, mesajlarınız və fayllarınız, cavablarınız, rəyləriniz və ayarlarınız — burada və bütün əməkdaşlarda.
cabinet-erase-stays = Nə qalır: müraciətin olması, sizsiz, və verdiyiniz razılığın sübutu, çünki qanun bunu tələb edir. Telegram söhbətinizdəkini özünüz silirsiniz.
cabinet-erase-open = Açıq suallar cavabsız bağlanır.
cabinet-erase-on = Başa düşdüm, davam et
cabinet-erase-sure = Bunu geri qaytarmaq olmur.
cabinet-erase-yes = Bəli, hamısını sil
cabinet-erase-going = Məlumatınız silinir. Bu səhifə özü bağlanacaq.
cabinet-taken-back = Mesaj geri götürülüb
