# Settings: quiet hours, surveys, low ratings, incidents.

settings-languages = Dillər
settings-more = Daha çox göstər

## Quiet hours and surveys
settings-surveys = Sakit saatlar və sorğular
settings-surveys-lead = Müştərilər nə vaxt narahat edilmir və məsələ bitəndən sonra onlardan nə soruşulur.
settings-quiet = Sakit saatlar
settings-quiet-hint = Hər müştərinin öz saatı ilə. Kritik məsələlər və onun elədiyinə cavab istənilən vaxt deyilir.
settings-quiet-on = Gecə müştərini narahat etmə
settings-quiet-on-hint = Gözləyənlər sakit saatlar bitəndə bir dəfə göndərilir. Müştəri öz saatlarını seçə bilər.
settings-quiet-from = Başlanğıc
settings-quiet-until = Son
settings-quiet-awake = Neçə dəqiqə oyaq sayılır
settings-quiet-awake-hint = Bu müddətdə yazan və ya basan müştəriyə dərhal deyilir.
settings-quiet-waking = Oyada bilən növbələr
settings-quiet-waking-hint = Onların məsələləri istənilən vaxt deyilir.
settings-quiet-waking-none = Heç biri
settings-after = Məsələ bitəndən sonra
settings-after-hint = Başqa şey yazılmayıbsa, saatlar həll vaxtından sayılır.
settings-survey = Qiymət istə
settings-survey-hint = Bir toxunuş, istəsə söz də yazır. Aşağı qiymət rəhbərə tapşırıq olur.
settings-survey-style = Görünüş
# keys: settings-survey-style-*
settings-survey-style-faces = Üzlər
settings-survey-style-stars = Ulduzlar
# keys: settings-survey-*, keys: settings-follow-*, keys: settings-close-*, keys: settings-remind-*, keys: settings-abandon-*, keys: settings-nps-*
settings-survey-hours = Nə vaxt soruşulur
settings-survey-hours-hint = 0: dərhal.
settings-follow-up-hours = “Hər şey qaydasındadır?” sualı
settings-follow-up-hours-hint = 24 ilə 72 saat arasında. “Yox” cavabı müraciəti yenidən açır.
settings-close-hours = Nə vaxt bağlanır
settings-close-hours-hint = Bundan sonra cavab yeni müraciət açır.
settings-remind-hours = Sualımızı nə vaxt xatırladırıq
settings-remind-hours-hint = Soruşduğumuz andan.
settings-abandon-hours = Cavabsız nə vaxt bağlanır
settings-abandon-hours-hint = Xatırlatmadan sonra.
settings-nps = Bizi tövsiyə edərmi, soruş
settings-nps-hint = 0-dan 10-a qədər, nadir hallarda və heç vaxt qiymətlə eyni gündə yox.
settings-nps-hours = Nə vaxt soruşulur
settings-nps-hours-hint = 0: dərhal.
settings-nps-days = Neçə gündə bir dəfədən çox olmasın
settings-nps-after = Neçənci həll olunmuş müraciətdən
settings-nps-share = Soruşula bilənlərin neçə faizi

## Low ratings
settings-ratings = Aşağı qiymətlər
settings-ratings-lead = Nəyin alınmadığı, müştərinin öz sözləri ilə. Müraciətə baxın, düzəldin və nə etdiyinizi yazın.
settings-ratings-show = Hansı qiymətlər
# keys: settings-ratings-show-*
settings-ratings-show-open = Gözləyir
settings-ratings-show-handled = Baxılıb
# keys: settings-ratings-none-*
settings-ratings-none-open = Gözləyən aşağı qiymət yoxdur
settings-ratings-none-open-words = Kimsə köməyi 5-dən 1 və ya 2 ilə qiymətləndirsə, burada görünəcək.
settings-ratings-none-handled = Hələ heç nəyə baxılmayıb
settings-ratings-none-handled-words = Baxdıqlarınız, nə edildiyi ilə birlikdə burada qalır.
settings-rating-agent = müraciət { $name }-də olub
settings-rating-handle = Baxıldı: { $name }
settings-rating-done = Baxıldı
settings-rating-note = Nə edildi?
settings-rating-note-hint = Həmkarlarınız üçün. Boş da qala bilər.
settings-rating-by = Baxdı: { $name }
console-rating = Qiymət
console-rating-score =
    { $kind ->
        [nps] 10-dan { $score }
       *[csat] 5-dən { $score }
    }
console-follow-up = Hər şey qaydasındadır?
console-follow-up-state =
    { $state ->
        [yes] Bəli
        [no] Xeyr, təkrarlandı
       *[asked] Soruşulub, cavab yoxdur
    }

## Incidents
settings-incidents = Nasazlıqlar
settings-incidents-lead = Bir məlum problem, çoxlu müraciət: yığılır, dərhal cavablanır və bitəndə hamıya deyilir.
settings-incidents-show = Hansı nasazlıqlar
# keys: settings-incidents-show-*
settings-incidents-show-open = Davam edir
settings-incidents-show-all = Hamısı
settings-incidents-none = Hər şey qaydasındadır
settings-incidents-none-words = Çox müştəri eyni çətinlikdən yazanda nasazlıq elan edin.
settings-incident-new = Nasazlıq elan et
settings-incident-declare = Elan et
# keys: settings-incident-status-*
settings-incident-status-investigating = Araşdırırıq
settings-incident-status-identified = Səbəbi bilirik
settings-incident-status-monitoring = Düzəldi, izləyirik
settings-incident-status-resolved = Bitib
settings-incident-tickets = { $count } müraciət
settings-incident-untold = { $count } nəfərə hələ deyilməyib
settings-incident-title = Adı
settings-incident-text = Müştərilərə nə deyilir
settings-incident-text-hint = Nə olub, nə edirsiniz, nə vaxt xəbər verəcəksiniz.
settings-incident-words = Müştərilərin dediyi sözlər
settings-incident-words-hint = Hər birindən sonra Enter basın. Şəkilçilər və vurğular fərq etmir.
settings-incident-since = Açıq müraciətlər
settings-incident-since-hours = { $hours ->
    [0] Yalnız yeni müraciətlər daxildir
   *[other] Son { $hours } saatdakılar da
}
settings-incident-by-hand = Söz və mövzu olmasa, müraciətlər əl ilə əlavə olunur.
settings-incident-only-new = Bundan sonra gələn müraciətlər bu qaydalarla daxil olur.
settings-incident-takes = Dərhal daxil olan açıq müraciətlər: { $count }
settings-incident-said = Nə deyilib
settings-incident-now = Vəziyyət
settings-incident-news = Nə yenilik var
settings-incident-tell = Xəbər ver
settings-incident-end = Bitir və hamıya xəbər ver
settings-incident-end-hint = Aidiyyatı olan hər kəs bunu bir dəfə eşidir.
settings-incident-end-words = Nə olmuşdu və artıq düzəldi.
